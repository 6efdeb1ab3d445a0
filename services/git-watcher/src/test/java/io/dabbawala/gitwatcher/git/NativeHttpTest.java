package io.dabbawala.gitwatcher.git;

class NativeHttpTest extends HttpContract {

    @Override
    Transfer transfer(Mirror mirror, Access access, TransferLimits limits) {
        return new NativeTransfer(mirror, access, limits);
    }
}
