package io.dabbawala.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.cli.answer.CommandFailed;
import io.dabbawala.cli.answer.ExitCode;
import io.dabbawala.cli.terminal.MovingPicture;
import io.dabbawala.cli.terminal.Pause;
import io.dabbawala.cli.terminal.Surroundings;
import io.dabbawala.cli.view.View;
import java.util.function.Predicate;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** Shows once, or again whenever something moved. */
final class WatchOption {

    @Option(
            names = {"-w", "--watch"},
            description = "Goes on showing what moves, until Ctrl-C or until it is over.")
    private boolean watch;

    /** Returns what was shown last. A console that goes away in between is waited for. */
    JsonNode show(
            Supplier<JsonNode> question,
            Predicate<JsonNode> isOver,
            View view,
            OutputOption output,
            Surroundings around) {
        var answer = question.get();
        if (!watch) {
            output.show(answer, view, around);
            return answer;
        }
        var picture = new MovingPicture(around.terminal());
        picture.show(output.lines(answer, view, around));
        while (!isOver.test(answer) && around.terminal().isRead()) {
            Pause.of(around.poll());
            answer = askedAgain(question, answer);
            picture.show(output.lines(answer, view, around));
        }
        return answer;
    }

    private static JsonNode askedAgain(Supplier<JsonNode> question, JsonNode before) {
        try {
            return question.get();
        } catch (CommandFailed e) {
            if (e.code() == ExitCode.UNAVAILABLE) {
                return before;
            }
            throw e;
        }
    }
}
