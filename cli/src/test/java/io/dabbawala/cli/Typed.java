package io.dabbawala.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dabbawala.cli.terminal.Surroundings;
import io.dabbawala.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What somebody types, where, and what comes of it. The time is always 18:30 in Mumbai. */
public final class Typed {

    /** How it ended. */
    public record Ended(int code, String out, String err) {

        public List<String> lines() {
            return out.lines().toList();
        }
    }

    public static final Instant NOW = Instant.parse("2026-11-08T13:00:00Z");

    private final Map<String, String> environment = new HashMap<>(Map.of("USER", "asha"));
    private Path home = Path.of("nowhere");
    private String input = "";
    private boolean terminal;

    private Typed() {}

    public static Typed at(LocalConsole console) {
        return anywhere().with("DABBA_CONSOLE", console.url());
    }

    public static Typed anywhere() {
        return new Typed();
    }

    public Typed with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    public Typed in(Path folder) {
        home = folder;
        return this;
    }

    /** What comes by standard input. */
    public Typed reading(String text) {
        input = text;
        return this;
    }

    public Typed onTerminal() {
        terminal = true;
        return this;
    }

    public Ended run(String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var around =
                new Surroundings(
                        new Terminal(
                                new ByteArrayInputStream(input.getBytes(UTF_8)),
                                new PrintStream(out, true, UTF_8),
                                new PrintStream(err, true, UTF_8),
                                terminal,
                                terminal,
                                80),
                        environment,
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        home,
                        home,
                        Duration.ofMillis(1));
        int code = Dabba.run(around, words);
        return new Ended(code, out.toString(UTF_8), err.toString(UTF_8));
    }

    static Surroundings around() {
        var nowhere = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
        return new Surroundings(
                new Terminal(InputStream.nullInputStream(), nowhere, nowhere, false, false, 0),
                Map.of(),
                Clock.systemUTC(),
                Path.of("nowhere"),
                Path.of("nowhere"),
                Duration.ofMillis(1));
    }
}
