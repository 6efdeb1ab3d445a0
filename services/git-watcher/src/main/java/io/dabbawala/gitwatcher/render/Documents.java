package io.dabbawala.gitwatcher.render;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The documents of one text, YAML or JSON, which need not be manifests: every YAML document, every
 * JSON value, every element of a list and every item of a {@code v1} {@code List} is one; an empty
 * one is none. What cannot be read takes no other document with it.
 */
public final class Documents {

    private static final Set<Character> JSON_STARTS = Set.of('{', '[');
    private static final JsonReader JSON = new JsonReader(Limits.OF_DOCUMENTS.document());

    /** In the order of the text. */
    public static List<Found> in(String file, byte[] bytes) {
        try {
            return in(file, decoded(file, bytes));
        } catch (UnreadableSource e) {
            return List.of(new Found.Unreadable(e.problem()));
        }
    }

    static String decoded(String file, byte[] bytes) throws UnreadableSource {
        try {
            return encoding(bytes).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            throw new UnreadableSource(Problem.of(file, "not UTF-8"));
        }
    }

    /** Editors of Windows begin a file of two bytes a letter with the mark of their order. */
    private static Charset encoding(byte[] bytes) {
        var mark = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        return mark == 0xfeff || mark == 0xfffe ? UTF_16 : UTF_8;
    }

    private static List<Found> in(String file, String text) throws UnreadableSource {
        if (text.length() > Limits.OF_DOCUMENTS.fileBytes()) {
            throw new UnreadableSource(Limits.OF_DOCUMENTS.tooLargeFile(file));
        }
        if (!startsLikeJson(text)) {
            return yaml(file, text);
        }
        try {
            return JSON.readAll(file, text).stream().flatMap(value -> documents(value, 1)).toList();
        } catch (UnreadableSource _) {
            return isJsonLines(text) ? jsonLines(file, text) : yaml(file, text);
        }
    }

    private static boolean startsLikeJson(String text) {
        var start = text.stripLeading();
        return !start.isEmpty() && JSON_STARTS.contains(start.charAt(0));
    }

    private static boolean isJsonLines(String text) {
        return text.lines().filter(line -> !line.isBlank()).count() > 1
                && text.lines().allMatch(line -> line.isBlank() || startsLikeJson(line));
    }

    private static List<Found> jsonLines(String file, String text) {
        var found = new ArrayList<Found>();
        int number = 0;
        for (var line : text.lines().toList()) {
            number++;
            try {
                for (var value : JSON.readAll(file, line)) {
                    documents(value, number).forEach(found::add);
                }
            } catch (UnreadableSource e) {
                found.add(new Found.Unreadable(e.problem().below(number - 1)));
            }
        }
        return found;
    }

    private static List<Found> yaml(String file, String text) {
        try {
            return yaml(file, text, 0);
        } catch (UnreadableSource _) { // so each by itself
            var found = new ArrayList<Found>();
            for (var part : YamlPart.of(text)) {
                try {
                    found.addAll(yaml(file, part.text(), part.linesAbove()));
                } catch (UnreadableSource e) {
                    found.add(new Found.Unreadable(e.problem().below(part.linesAbove())));
                }
            }
            return found;
        }
    }

    private static List<Found> yaml(String file, String text, int linesAbove)
            throws UnreadableSource {
        return YamlReader.read(file, text, Limits.OF_DOCUMENTS).stream()
                .flatMap(one -> documents(one.value(), one.line() + linesAbove))
                .toList();
    }

    private static Stream<Found> documents(JsonNode value, int line) {
        var items = value.path("items");
        if (value.isArray()) {
            return each(value, line);
        }
        return value.path("kind").asText().equals("List")
                        && value.path("apiVersion").asText().equals("v1")
                        && items.isArray()
                ? each(items, line)
                : each(List.of(value), line);
    }

    private static Stream<Found> each(Iterable<JsonNode> values, int line) {
        var found = new ArrayList<Found>();
        for (var value : values) {
            if (!value.isNull() && !value.isMissingNode()) {
                found.add(new Found.Readable(value, line));
            }
        }
        return found.stream();
    }

    private Documents() {}
}
