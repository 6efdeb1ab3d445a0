package io.dabbawala.local.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Command lines of child JVMs: the JDK that runs this, small heaps, quick starts.
 *
 * <p>A service is packaged with a cache of its classes, loaded and linked, beside its jar; with it
 * a start takes one second instead of four. A JVM that cannot use the cache starts without it.
 */
public final class Java {

    private static final List<String> OPTIONS =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+ExitOnOutOfMemoryError",
                    "--sun-misc-unsafe-memory-access=allow");

    /** The class and its arguments are the end of the line. */
    public static List<String> main(int megabytes, String classPath, List<String> mainClass) {
        var line = start(megabytes);
        line.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", classPath));
        line.addAll(mainClass);
        return line;
    }

    public static List<String> jar(int megabytes, Map<String, String> properties, Path jar) {
        var line = start(megabytes);
        var cache = jar.resolveSibling("app.aot");
        line.addAll(
                Files.exists(cache)
                        ? List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off")
                        : List.of("--enable-native-access=ALL-UNNAMED"));
        properties.forEach((key, value) -> line.add("-D" + key + "=" + value));
        line.addAll(List.of("-jar", jar.toString()));
        return line;
    }

    private static List<String> start(int megabytes) {
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-Xms" + megabytes / 2 + "m", "-Xmx" + megabytes + "m"));
        line.addAll(OPTIONS);
        return line;
    }

    private Java() {}
}
