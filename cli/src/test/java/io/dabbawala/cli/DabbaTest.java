package io.dabbawala.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class DabbaTest {

    /** Every command that does something, by its whole name. */
    static Stream<CommandLine> commands() {
        return below(Dabba.commandLine(Typed.around())).stream();
    }

    private static List<CommandLine> below(CommandLine command) {
        var found = new ArrayList<CommandLine>();
        if (command.getSubcommands().isEmpty()) {
            found.add(command);
        }
        command.getSubcommands().values().forEach(sub -> found.addAll(below(sub)));
        return found;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_command_explains_itself_with_two_examples(CommandLine command) {
        var usage = command.getCommandSpec().usageMessage();
        assertThat(usage.description()).isNotEmpty();
        assertThat(usage.footer()).hasSize(2);
        assertThat(Typed.anywhere().run(helpFor(command)).out())
                .contains("Examples:", usage.footer()[0], usage.footer()[1]);
    }

    private static String[] helpFor(CommandLine command) {
        var words = command.getCommandSpec().qualifiedName().split(" ");
        words[0] = "help";
        return words;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_example_is_accepted(CommandLine command) {
        var name = command.getCommandName();
        for (var example : command.getCommandSpec().usageMessage().footer()) {
            var line = example.strip().replaceAll("^source <\\((.*)\\)$", "$1");
            var ours =
                    Stream.of(line.split(" && | \\| "))
                            .filter(part -> part.startsWith("dabba "))
                            .map(part -> part.replaceAll(" [<>] \\S+", ""))
                            .toList();
            assertThat(ours).isNotEmpty();
            ours.forEach(part -> Dabba.commandLine(Typed.around()).parseArgs(words(part)));
            assertThat(line).contains(name);
        }
    }

    private static String[] words(String line) {
        return Stream.of(line.substring("dabba ".length()).split(" (?=(?:[^']*'[^']*')*[^']*$)"))
                .map(word -> word.replace("'", ""))
                .toArray(String[]::new);
    }

    @Test
    void help_lists_the_commands_and_the_exit_codes() {
        var ended = Typed.anywhere().run("help");
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("demo", "app", "events", "Exit codes:", "69");
        assertThat(ended.out()).doesNotContain("complete ");
    }

    @Test
    void help_for_what_is_not_there_says_so() {
        var ended = Typed.anywhere().run("help", "app", "lst");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("dabba app has no command lst");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "app",
                "demmo",
                "app list --nonsense",
                "why",
                "why one two",
                "approve web",
                "app list -o xml",
                "app wait web --timeout soon",
                "demo --twin --control-plane",
                "up --repository https://git.example.com/a.git"
            })
    void wrong_usage_ends_with_64_and_shows_the_way(String line) {
        var ended = Typed.anywhere().run(line.isEmpty() ? new String[0] : line.split(" "));
        assertThat(ended.code()).isEqualTo(64);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).startsWith("dabba: ").containsAnyOf("--help", "Did you mean");
    }

    @Test
    void a_mistyped_command_is_answered_with_the_likely_one() {
        assertThat(Typed.anywhere().run("aprove", "web").err()).contains("dabba approve");
    }

    @Test
    void the_version_is_said() {
        assertThat(Typed.anywhere().run("--version").out()).startsWith("dabba ");
    }

    @Test
    void the_tests_are_left_to_the_script() {
        var ended = Typed.anywhere().run("test", "--containers");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("./dabba test --containers");
    }
}
