package io.dabbawala.local.process;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The log of a program, as far as people want to see it at once. */
final class LogFile {

    private static final int LINES = 12;

    /** The last lines, indented; says so when there are none. */
    static String lastLines(Path log) {
        try {
            var lines =
                    new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
            return lines.isEmpty()
                    ? "  (it is empty)"
                    : lines.subList(Math.max(0, lines.size() - LINES), lines.size()).stream()
                            .collect(joining("\n  ", "  ", ""));
        } catch (IOException e) {
            return "  (it cannot be read: " + e.getMessage() + ")";
        }
    }

    private LogFile() {}
}
