package io.dabbawala.e2e;

import io.dabbawala.local.Platform;
import io.dabbawala.local.Ports;
import io.dabbawala.local.process.Guard;
import io.dabbawala.local.process.Http;
import io.dabbawala.local.process.Program;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A second instance of a service: as the first was started, with a port and a folder of its own.
 */
record Another(Program program, URI address, Guard guard) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static Another of(String service, Platform platform) {
        var address = URI.create("http://127.0.0.1:" + Ports.free().of(service));
        var state = platform.layout().state();
        var folder = state.resolve(service + "-2");
        var command =
                new Program.Command(
                        service + "-2",
                        line(platform.program(service).pid(), address.getPort(), folder),
                        state,
                        Map.of(
                                "KAFKA_BOOTSTRAP_SERVERS",
                                platform.bootstrapServers(),
                                "REGISTRY_URL",
                                platform.registryApi().toString(),
                                "STATE_DIR",
                                folder.toString(),
                                "DATA_DIR",
                                folder.toString()));
        var guard = Guard.start();
        var program = Program.start(command, platform.layout().logs(), guard);
        program.awaitReady(() -> Http.answers(address.resolve("/q/health/ready")), PATIENCE);
        return new Another(program, address, guard);
    }

    private static List<String> line(long pid, int port, Path folder) {
        var info = ProcessHandle.of(pid).orElseThrow().info();
        var line = new ArrayList<String>();
        line.add(info.command().orElseThrow());
        for (var argument : info.arguments().orElseThrow()) {
            line.add(
                    argument.replaceFirst("^(-Dquarkus.http.port=).*", "$1" + port)
                            .replaceFirst("^(-Dgit-watcher.data-directory=).*", "$1" + folder));
        }
        return line;
    }

    @Override
    public void close() {
        program.stop(PATIENCE);
        guard.close();
    }
}
