package io.dabbawala.cli.offline;

import io.dabbawala.cli.answer.CommandFailed;
import io.dabbawala.cli.terminal.Surroundings;
import io.dabbawala.gitwatcher.render.Documents;
import io.dabbawala.gitwatcher.render.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * A text a command is asked about.
 *
 * @param name of the file, as it was written; {@code stdin} for standard input
 */
record Input(String name, byte[] bytes) {

    private static final String STANDARD = "-";

    /** The file of this name; {@code -} is standard input. */
    static Input of(String file, Surroundings around) {
        try {
            return file.equals(STANDARD)
                    ? new Input("stdin", around.terminal().in().readAllBytes())
                    : new Input(file, Files.readAllBytes(Path.of(file)));
        } catch (NoSuchFileException _) {
            throw CommandFailed.input(file + ": there is no such file");
        } catch (IOException e) {
            throw CommandFailed.input("%s cannot be read: %s".formatted(file, e.getMessage()));
        }
    }

    List<Found> documents() {
        return Documents.in(name, bytes);
    }
}
