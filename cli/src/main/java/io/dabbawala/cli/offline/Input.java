package io.dabbawala.cli.offline;

import io.dabbawala.cli.answer.CommandFailed;
import io.dabbawala.cli.terminal.Surroundings;
import io.dabbawala.gitwatcher.render.CanonicalJson;
import io.dabbawala.gitwatcher.render.Documents;
import io.dabbawala.gitwatcher.render.Found;
import io.dabbawala.reconciler.object.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

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

    /** Its documents, each an object; the command ends if one is not. */
    List<Map<String, Object>> objects() {
        return documents().stream().map(this::object).toList();
    }

    private Map<String, Object> object(Found document) {
        return switch (document) {
            case Found.Readable(var value, _) when value.isObject() ->
                    Json.object(CanonicalJson.of(value));
            case Found.Readable(_, var line) ->
                    throw CommandFailed.input("%s:%d: not an object".formatted(name, line));
            case Found.Unreadable(var problem) -> throw CommandFailed.input(Answers.said(problem));
        };
    }

    List<Found> documents() {
        return Documents.in(name, bytes);
    }
}
