package io.dabbawala.gitwatcher.git;

class JgitSshTest extends SshContract {

    @Override
    Transfer transfer(Mirror mirror, Access access, TransferLimits limits) {
        return new JgitTransfer(mirror, access, limits);
    }
}
