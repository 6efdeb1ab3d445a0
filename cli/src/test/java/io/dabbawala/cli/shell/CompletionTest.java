package io.dabbawala.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dabbawala.cli.LocalConsole;
import io.dabbawala.cli.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionTest {

    private static List<String> candidates(String... words) {
        var line = Stream.concat(Stream.of("complete", "--"), Stream.of(words));
        return Typed.anywhere()
                .with("DABBA_CONSOLE", "http://127.0.0.1:1")
                .run(line.toArray(String[]::new))
                .lines();
    }

    @Test
    void commands_complete() {
        assertThat(candidates("ap")).containsExactly("app", "approve", "appset");
        assertThat(candidates("app", "")).contains("list", "get", "wait", "history");
        assertThat(candidates("comp")).containsExactly("completion");
    }

    @Test
    void options_and_their_values_complete() {
        assertThat(candidates("app", "wait", "web", "--h")).containsExactly("--healthy", "--help");
        assertThat(candidates("app", "list", "-o", "")).contains("json", "yaml", "wide");
        assertThat(candidates("app", "list", "-o", "j")).containsExactly("json");
        assertThat(candidates("why", "--console", "")).isEmpty();
    }

    @Test
    void an_option_that_takes_nothing_expects_nothing() {
        assertThat(candidates("app", "list", "--watch", "--cons")).containsExactly("--console");
    }

    @Test
    void values_of_parameters_complete() {
        assertThat(candidates("completion", "")).containsExactly("bash", "zsh", "fish");
        assertThat(candidates("completion", "bash", "")).isEmpty();
        assertThat(candidates("help", "de")).containsExactly("demo", "delivery");
    }

    @Test
    void names_of_applications_come_from_the_console() {
        try (var console = new LocalConsole()) {
            console.answers(
                    "/api/applications",
                    "[{\"application\": \"argocd/web\"}, {\"application\": \"shop/cart\"}]");
            assertThat(Typed.at(console).run("complete", "--", "why", "").lines())
                    .containsExactly("argocd/web", "shop/cart");
            assertThat(Typed.at(console).run("complete", "--", "events", "-a", "s").lines())
                    .containsExactly("shop/cart");
        }
    }

    @Test
    void a_console_that_is_away_completes_nothing_and_says_nothing() {
        var ended =
                Typed.anywhere()
                        .with("DABBA_CONSOLE", "http://127.0.0.1:1")
                        .run("complete", "--", "why", "");
        assertThat(ended.code()).isZero();
        assertThat(ended.out() + ended.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void the_shell_itself_accepts_the_script(String shell, @TempDir Path folder)
            throws IOException, InterruptedException {
        var script = folder.resolve("completion");
        Files.writeString(script, Typed.anywhere().run("completion", shell).out());
        assumeTrue(isInstalled(shell), shell + " is not installed");
        var check = new ProcessBuilder(shell, "-n", script.toString()).inheritIO().start();
        assertThat(check.waitFor()).isZero();
    }

    private static boolean isInstalled(String shell) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, shell)));
    }
}
