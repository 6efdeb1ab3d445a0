package io.dabbawala.local.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Command lines of child JVMs: the JDK that runs this, small heaps, quick starts.
 *
 * <p>A program's first start leaves an archive of the classes it used, made at its end; the next
 * ones are twice as quick. The JVM itself sees whether an archive still fits its jars and makes it
 * anew when it does not.
 *
 * @param archives where they are kept
 */
public record Java(Path archives) {

    private static final List<String> OPTIONS =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+ExitOnOutOfMemoryError",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    /** The class and its arguments are the end of the line. */
    public List<String> main(String name, int megabytes, String classPath, List<String> mainClass) {
        var line = start(name, megabytes);
        line.addAll(List.of("-cp", classPath));
        line.addAll(mainClass);
        return line;
    }

    public List<String> jar(String name, int megabytes, Map<String, String> properties, Path jar) {
        var line = start(name, megabytes);
        properties.forEach((key, value) -> line.add("-D" + key + "=" + value));
        line.addAll(List.of("-jar", jar.toString()));
        return line;
    }

    private List<String> start(String name, int megabytes) {
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-Xms" + megabytes / 2 + "m", "-Xmx" + megabytes + "m"));
        line.addAll(OPTIONS);
        var archive = archives.resolve(name + ".jsa");
        if (Files.exists(archive)) {
            line.addAll(
                    List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off", "-Xlog:aot=off"));
        }
        return line;
    }
}
