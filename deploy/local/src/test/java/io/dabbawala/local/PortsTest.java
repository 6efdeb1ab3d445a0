package io.dabbawala.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void a_taken_port_is_named_with_the_program_that_wants_it() throws IOException {
        // Given
        var ports = Ports.free();

        // When
        try (var _ = new ServerSocket(ports.of("console"), 1, InetAddress.getLoopbackAddress());
                var _ = new ServerSocket(ports.broker(), 1, InetAddress.getLoopbackAddress())) {

            // Then
            assertThat(ports.taken())
                    .hasSize(2)
                    .containsEntry(ports.of("console"), "console")
                    .containsEntry(ports.broker(), "broker");
        }
    }

    @Test
    void free_ports_are_free_and_different() {
        // When
        var ports = Ports.free();

        // Then
        assertThat(ports.taken()).isEmpty();
        var all = new HashSet<>(ports.services().values());
        all.addAll(
                List.of(
                        ports.broker(),
                        ports.registry(),
                        ports.registryManagement(),
                        ports.messages()));
        assertThat(all).hasSize(Ports.SERVICES.size() + 4);
    }

    @Test
    void every_service_has_a_standard_port() {
        assertThat(Ports.standard().services()).containsOnlyKeys(Ports.SERVICES);
        assertThatThrownBy(() -> Ports.standard().of("nobody")).hasMessageContaining("nobody");
    }
}
