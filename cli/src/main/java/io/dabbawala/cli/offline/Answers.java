package io.dabbawala.cli.offline;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.cli.answer.CommandFailed;
import io.dabbawala.cli.command.ExitCodeOption;
import io.dabbawala.cli.terminal.Surroundings;
import io.dabbawala.gitwatcher.render.CanonicalJson;
import io.dabbawala.gitwatcher.render.Found;
import io.dabbawala.gitwatcher.render.Problem;
import io.dabbawala.reconciler.object.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.Mixin;

/** Options of every offline command, and how it answers and ends. */
final class Answers {

    @Mixin private LinesOption lines = new LinesOption();

    @Mixin private ExitCodeOption exitCode = new ExitCodeOption();

    /**
     * Answers each document with one line. What cannot be read is answered with its error; the
     * others are answered all the same, and the command ends as one whose input is at fault.
     */
    int each(Input input, Surroundings around, Function<JsonNode, Answer> rule) {
        var answers = new ArrayList<Answer>();
        var problems = new ArrayList<String>();
        for (var document : input.documents()) {
            switch (document) {
                case Found.Readable(var value, _) -> answers.add(rule.apply(value));
                case Found.Unreadable(var problem) -> {
                    problems.add(said(problem));
                    answers.add(Answer.error(said(problem)));
                }
            }
        }
        lines.show(answers, around);
        if (!problems.isEmpty()) {
            throw CommandFailed.input(String.join("; ", problems));
        }
        return code(answers);
    }

    /** Answers about the input as a whole. */
    int whole(List<Answer> answers, Surroundings around) {
        lines.show(answers, around);
        return code(answers);
    }

    /**
     * The documents of a command that answers about its input as a whole; it ends with the first
     * that cannot be read.
     */
    List<JsonNode> documents(Input input, Surroundings around) {
        var values = new ArrayList<JsonNode>();
        for (var document : input.documents()) {
            switch (document) {
                case Found.Readable(var value, _) -> values.add(value);
                case Found.Unreadable(var problem) -> throw refused(said(problem), around);
            }
        }
        return values;
    }

    /** Those of a file that has nothing but objects; none if no file is named. */
    List<Map<String, Object>> objects(String file, Surroundings around) {
        return file.isEmpty()
                ? List.of()
                : documents(Input.of(file, around), around).stream()
                        .map(document -> object(file, document, around))
                        .toList();
    }

    private Map<String, Object> object(String file, JsonNode document, Surroundings around) {
        if (!document.isObject()) {
            throw refused("%s: not an object: %s".formatted(file, document), around);
        }
        return Json.object(CanonicalJson.of(document));
    }

    /** The input is at fault: said as the only line, and by the exit code. */
    CommandFailed refused(String reason, Surroundings around) {
        lines.show(List.of(Answer.error(reason)), around);
        return CommandFailed.input(reason);
    }

    private int code(List<Answer> answers) {
        return exitCode.of(answers.stream().allMatch(Answer::isGood));
    }

    static String said(Problem problem) {
        return problem.line() == 0
                ? "%s: %s".formatted(problem.file(), problem.reason())
                : "%s:%d:%d: %s"
                        .formatted(
                                problem.file(), problem.line(), problem.column(), problem.reason());
    }
}
