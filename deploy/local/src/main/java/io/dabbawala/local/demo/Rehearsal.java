package io.dabbawala.local.demo;

import io.dabbawala.local.Layout;
import io.dabbawala.local.Ports;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Plays the first delivery once while the project is built, on JVMs that keep what they load: from
 * then on every program starts in a third of the time. Without it they work too.
 */
public final class Rehearsal {

    /** {@code Rehearsal HOME}: the project's folder, in which everything else is built. */
    public static void main(String[] arguments) throws IOException {
        var home = Path.of(arguments[0]).toRealPath();
        var layout = new Layout(home, home.resolve("deploy/local/target/rehearsal"));
        var isPackaged =
                Ports.SERVICES.stream().map(layout::service).allMatch(Files::isRegularFile);
        if (!isPackaged || isCurrent(layout)) {
            return;
        }
        Files.createDirectories(layout.cache("broker").getParent());
        Files.createDirectories(layout.state());
        layout.removeData();
        System.out.println(
                "rehearsal: a minute now, and every program starts quickly from then on");
        if (Demo.rehearsal(layout, System.out).run() != 0) {
            System.out.println("rehearsal: nothing was learned, programs will start more slowly");
        }
    }

    /** Whether everything was learned after everything was packaged. */
    private static boolean isCurrent(Layout layout) {
        var packaged =
                Stream.concat(
                        Stream.of(layout.classPath().split(File.pathSeparator)).map(Path::of),
                        Ports.SERVICES.stream().map(layout::service));
        return packaged.mapToLong(Rehearsal::time).max().orElseThrow()
                < Ports.SERVICES.stream()
                        .map(layout::cache)
                        .mapToLong(Rehearsal::time)
                        .min()
                        .orElseThrow();
    }

    /** 0 if it is not there. */
    private static long time(Path file) {
        return file.toFile().lastModified();
    }

    private Rehearsal() {}
}
