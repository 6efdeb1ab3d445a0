package io.dabbawala.gitwatcher.git;

class JgitHttpTest extends HttpContract {

    @Override
    Transfer transfer(Mirror mirror, Access access, TransferLimits limits) {
        return new JgitTransfer(mirror, access, limits);
    }
}
