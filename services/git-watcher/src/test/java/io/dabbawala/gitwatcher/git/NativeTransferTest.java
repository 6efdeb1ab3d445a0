package io.dabbawala.gitwatcher.git;

import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("io.dabbawala.gitwatcher.git.HttpHost#isHere")
class NativeTransferTest extends RepositoryContract {

    @Override
    Transfer transfer(Mirror mirror, Access access, TransferLimits limits) {
        return new NativeTransfer(mirror, access, limits);
    }
}
