package io.dabbawala.local.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Command lines of child JVMs: the JDK that runs this, small heaps, quick starts. */
public final class Java {

    /** Heaps in megabytes. */
    public static final int TWIN = 128;

    private static final List<String> OPTIONS =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+ExitOnOutOfMemoryError",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    /** The class and its arguments are the end of the line. */
    public static List<String> main(int megabytes, String classPath, List<String> mainClass) {
        var line = start(megabytes, Map.of());
        line.addAll(List.of("-cp", classPath));
        line.addAll(mainClass);
        return line;
    }

    public static List<String> jar(int megabytes, Map<String, String> properties, Path jar) {
        var line = start(megabytes, properties);
        line.addAll(List.of("-jar", jar.toString()));
        return line;
    }

    private static List<String> start(int megabytes, Map<String, String> properties) {
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.add("-Xmx" + megabytes + "m");
        line.addAll(OPTIONS);
        properties.forEach((key, value) -> line.add("-D" + key + "=" + value));
        return line;
    }

    private Java() {}
}
