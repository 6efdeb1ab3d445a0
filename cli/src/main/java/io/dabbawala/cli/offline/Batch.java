package io.dabbawala.cli.offline;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dabbawala.cli.answer.CommandFailed;
import io.dabbawala.cli.answer.ExitCode;
import io.dabbawala.cli.terminal.Surroundings;
import io.dabbawala.cli.terminal.Terminal;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * Many questions in one start: each line of standard input is a command, each line of the answer
 * how it ended. Every command is made anew, so that no request knows anything of another; one that
 * fails does not end the others.
 */
@Command(
        name = "batch",
        description = {
            "Answers many questions in one start, in order.",
            "A line is {\"arguments\":[\"health\"],\"stdin\":\"...\"}, its answer"
                    + " {\"exit\":0,\"stdout\":\"...\",\"stderr\":\"...\"}. Paths are absolute."
        },
        footer = {"dabba batch < questions.jsonl", "dabba batch < questions.jsonl > answers.jsonl"})
public final class Batch implements Callable<Integer> {

    /** Runs one command line and says how it ended. */
    @FunctionalInterface
    public interface Commands {

        int run(Surroundings around, String... arguments);
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Surroundings around;
    private final Set<String> allowed;
    private final Commands commands;

    /**
     * @param allowed the first words of commands that need nothing but their input
     */
    public Batch(Surroundings around, Set<String> allowed, Commands commands) {
        this.around = around;
        this.allowed = Set.copyOf(allowed);
        this.commands = commands;
    }

    @Override
    public Integer call() {
        var questions = new BufferedReader(new InputStreamReader(around.terminal().in(), UTF_8));
        try {
            for (var line = questions.readLine(); line != null; line = questions.readLine()) {
                around.terminal().out().println(answer(line));
            }
        } catch (IOException e) {
            throw CommandFailed.input("the questions cannot be read: " + e.getMessage());
        }
        return ExitCode.OK.number();
    }

    private String answer(String line) {
        try {
            var question = JSON.readTree(line);
            var arguments = arguments(question.path("arguments"));
            return arguments.isEmpty() || !allowed.contains(arguments.getFirst())
                    ? written(ExitCode.USAGE, "", notAllowed())
                    : run(arguments, question.path("stdin").asText(""));
        } catch (JsonProcessingException e) {
            return written(ExitCode.USAGE, "", "not a question: " + e.getOriginalMessage());
        }
    }

    private static List<String> arguments(JsonNode words) {
        var arguments = new ArrayList<String>();
        words.forEach(word -> arguments.add(word.asText()));
        return arguments;
    }

    private String notAllowed() {
        return "a question has \"arguments\" that start with one of "
                + String.join(", ", allowed.stream().sorted().toList());
    }

    private String run(List<String> arguments, String input) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var terminal = Terminal.of(new ByteArrayInputStream(input.getBytes(UTF_8)), out, err);
        try {
            int exit = commands.run(around.at(terminal), arguments.toArray(String[]::new));
            return written(exit, out.toString(UTF_8), err.toString(UTF_8));
        } catch (StackOverflowError | OutOfMemoryError e) { // of this one; the others go on
            return written(ExitCode.INTERNAL, out.toString(UTF_8), "too large: " + e);
        }
    }

    private static String written(ExitCode exit, String out, String err) {
        return written(exit.number(), out, "dabba: " + err + "\n");
    }

    private static String written(int exit, String out, String err) {
        return JSON.createObjectNode()
                .put("exit", exit)
                .put("stdout", out)
                .put("stderr", err)
                .toString();
    }
}
