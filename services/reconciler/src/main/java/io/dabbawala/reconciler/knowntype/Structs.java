package io.dabbawala.reconciler.knowntype;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The types that have a name: lines of {@code core/v1/Probe exec=*core/v1/ExecAction
 * periodSeconds=whole}, or of another type that is meant, {@code core/v1/ResourceList {}quantity}.
 */
final class Structs {

    private static final String TABLE = "structs.txt";

    /**
     * @param isAlwaysWritten also when it is empty
     */
    record Member(String name, String type, boolean isAlwaysWritten) {

        static Member parse(String text) {
            int end = text.indexOf('=');
            var isAlwaysWritten = text.endsWith("!");
            return new Member(
                    text.substring(0, end),
                    text.substring(end + 1, text.length() - (isAlwaysWritten ? 1 : 0)),
                    isAlwaysWritten);
        }
    }

    static final Structs KUBERNETES = new Structs(table());

    private final Map<String, List<Member>> members = new HashMap<>();
    private final Map<String, String> others = new HashMap<>();

    private Structs(String lines) {
        lines.lines().map(line -> line.split(" ")).forEach(this::add);
    }

    private void add(String[] words) {
        if (words.length == 2 && words[1].indexOf('=') < 0) {
            others.put(words[0], words[1]);
        } else {
            members.put(words[0], Arrays.stream(words).skip(1).map(Member::parse).toList());
        }
    }

    private static String table() {
        try (var table = Structs.class.getResourceAsStream(TABLE)) {
            return new String(Objects.requireNonNull(table, TABLE).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("read " + TABLE, e);
        }
    }

    /** How values of a type that {@code knownTypeFields} may name are written; empty if none is. */
    Optional<String> named(String name) {
        return switch (name) {
            case "core/Quantity" -> Optional.of("quantity");
            case "meta/v1/Duration" -> Optional.of("duration");
            default ->
                    Optional.ofNullable(others.get(name))
                            .or(() -> Optional.of(name).filter(this::isOfCore));
        };
    }

    private boolean isOfCore(String name) {
        return name.startsWith("core/v1/") && members.containsKey(name);
    }

    List<Member> members(String struct) {
        return Objects.requireNonNull(members.get(struct), struct);
    }
}
