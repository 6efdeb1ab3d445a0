package io.dabbawala.gitwatcher.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("io.dabbawala.gitwatcher.git.HttpHost#isHere")
class NativeTransferTest extends RepositoryContract {

    @Override
    Transfer transfer(Mirror mirror, Access access, TransferLimits limits) {
        return new NativeTransfer(mirror, access, limits);
    }

    @Test
    void packs_nothing_anew_before_somebody_looked_at_what_a_broken_fetch_brought()
            throws IOException {
        // Given
        try (var host = Host.in(directory.resolve("other"));
                var mirror = Mirror.open(directory.resolve("mirrors"), "other", host.url())) {
            host.write("a.yaml", "a: 1").commit("feat: one");
            var transfer = transfer(mirror, Access.ANONYMOUS, TransferLimits.USUAL);
            Files.createFile(directory.resolve("mirrors/other.git/packs-before-fetch"));
            var packings = new AtomicInteger();

            // When
            transfer.packing(packings::incrementAndGet);
            var beforeALook = packings.get();
            transfer.fetch();
            transfer.packing(packings::incrementAndGet);

            // Then
            assertThat(beforeALook).isZero();
            assertThat(packings).hasValue(1);
        }
    }
}
