package io.dabbawala.local.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Command lines of child JVMs: the JDK that runs this, small heaps, quick starts.
 *
 * <p>A program is packaged with a cache of its classes, loaded and linked; with it a start takes
 * one second instead of four. A JVM that cannot use the cache starts without it.
 */
public final class Java {

    private static final String START_HEAP = "-Xms48m";

    /** A heap that is not needed any more goes back to the system. */
    private static final List<String> OPTIONS =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:+UseCompactObjectHeaders",
                    "-XX:MinHeapFreeRatio=10",
                    "-XX:MaxHeapFreeRatio=20",
                    "-XX:-ShrinkHeapInSteps",
                    "-XX:TrimNativeHeapInterval=10000",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+ExitOnOutOfMemoryError",
                    "--sun-misc-unsafe-memory-access=allow");

    /**
     * What a JVM loaded and linked, in a file.
     *
     * @param isLearning whether it is written when the JVM ends, instead of read when it starts
     */
    public record Cache(Path file, boolean isLearning) {

        /** For programs that nobody waits for. */
        public static final Cache NONE = new Cache(Path.of("none"), false);

        /** Whether there is something to start from, or to learn. */
        public boolean isOfUse() {
            return isLearning || Files.exists(file);
        }

        /**
         * The cache stays at the address it was made for: moved, each of its pages would be written
         * to, and become memory of this process alone.
         */
        private List<String> options() {
            if (isLearning) {
                return List.of("-XX:AOTCacheOutput=" + file);
            }
            return isOfUse()
                    ? List.of(
                            "-XX:AOTCache=" + file,
                            "-XX:+UnlockDiagnosticVMOptions",
                            "-XX:ArchiveRelocationMode=0",
                            "-Xlog:aot*=off",
                            "-Xlog:cds*=off")
                    : List.of();
        }
    }

    /** The class and its arguments are the end of the line. */
    public static List<String> main(
            int megabytes, Cache cache, String classPath, List<String> mainClass) {
        var line = start(megabytes, cache);
        line.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", classPath));
        line.addAll(mainClass);
        return line;
    }

    /** The manifest of the jar says what it may do. */
    public static List<String> jar(
            int megabytes, Cache cache, Map<String, String> properties, Path jar) {
        var line = start(megabytes, cache);
        properties.forEach((key, value) -> line.add("-D" + key + "=" + value));
        line.addAll(List.of("-jar", jar.toString()));
        return line;
    }

    private static List<String> start(int megabytes, Cache cache) {
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of(START_HEAP, "-Xmx" + megabytes + "m"));
        line.addAll(OPTIONS);
        line.addAll(cache.options());
        return line;
    }

    private Java() {}
}
