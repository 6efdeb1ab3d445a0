package io.dabbawala.local.cluster;

import io.dabbawala.local.Layout;
import io.dabbawala.local.process.Java;
import io.dabbawala.local.process.Program;
import io.dabbawala.local.process.Programs;
import io.dabbawala.testkit.twin.TwinApiServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A cluster that answers; it stops with the programs it was started among. */
public record RunningCluster(Path kubeconfig) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int TWIN_MEGABYTES = 128;

    public static RunningCluster start(ClusterChoice choice, Layout layout, Programs programs) {
        return new RunningCluster(
                switch (choice) {
                    case ClusterChoice.Existing(var kubeconfig) -> kubeconfig;
                    case ClusterChoice.ControlPlane plane -> controlPlane(plane, layout, programs);
                    case ClusterChoice.Twin _ -> twin(layout, programs);
                });
    }

    private static Path twin(Layout layout, Programs programs) {
        var kubeconfig = layout.state().resolve("twin.kubeconfig");
        delete(kubeconfig); // an earlier twin's: this one writes it when it is ready
        var line =
                Java.main(
                        TWIN_MEGABYTES,
                        Java.Cache.NONE,
                        layout.classPath(),
                        List.of(
                                TwinApiServer.class.getName(),
                                "--port",
                                "0",
                                "--kubeconfig-out",
                                kubeconfig.toString()));
        programs.start(new Program.Command("cluster", line, layout.state(), Map.of()))
                .awaitReady(() -> Files.exists(kubeconfig), PATIENCE);
        return kubeconfig;
    }

    private static Path controlPlane(
            ClusterChoice.ControlPlane plane, Layout layout, Programs programs) {
        var state = layout.state().resolve("control-plane").toString();
        var down = List.of(script(layout, "down"), state);
        programs.stopBy(quoted(down), () -> runDown(down));
        runDown(down); // whatever an earlier platform left
        programs.start(
                        new Program.Command(
                                "cluster",
                                List.of(
                                        script(layout, "up"),
                                        state,
                                        Integer.toString(plane.nodes())),
                                layout.state(),
                                Map.of("KUBEBUILDER_ASSETS", plane.programs().toString())))
                .awaitEnd(PATIENCE);
        return Path.of(state, "kubeconfig");
    }

    private static void runDown(List<String> down) {
        try {
            new ProcessBuilder(down)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("run " + down, e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static String script(Layout layout, String name) {
        return layout.home().resolve("deploy/local/control-plane").resolve(name).toString();
    }

    private static String quoted(List<String> line) {
        return line.stream()
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("remove " + file, e);
        }
    }
}
