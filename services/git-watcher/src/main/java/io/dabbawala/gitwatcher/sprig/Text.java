package io.dabbawala.gitwatcher.sprig;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dabbawala.gitwatcher.template.value.GoText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values as the text Sprig makes of them. */
final class Text {

    static String of(@Nullable Object value) {
        return GoText.of(value);
    }

    /** The items of a list as text, without nils; a single value is a list of itself. */
    static List<String> all(@Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case List<?> list -> list.stream().filter(item -> item != null).map(Text::of).toList();
            default -> List.of(of(value));
        };
    }

    /** The bytes from one place to another; places count bytes as in Go. */
    static String bytes(String text, int from, int to) {
        var bytes = text.getBytes(UTF_8);
        return new String(bytes, from, to - from, UTF_8);
    }

    static int length(String text) {
        return text.getBytes(UTF_8).length;
    }

    static List<@Nullable Object> objects(List<String> texts) {
        return new ArrayList<>(texts);
    }

    private Text() {}
}
