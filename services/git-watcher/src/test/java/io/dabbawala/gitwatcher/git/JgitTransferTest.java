package io.dabbawala.gitwatcher.git;

class JgitTransferTest extends RepositoryContract {

    @Override
    Transfer transfer(Mirror mirror, Access access, TransferLimits limits) {
        return new JgitTransfer(mirror, access, limits);
    }
}
