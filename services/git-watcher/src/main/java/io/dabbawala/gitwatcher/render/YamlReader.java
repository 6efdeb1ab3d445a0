package io.dabbawala.gitwatcher.render;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/** Reads the documents of one YAML file. Empty documents are none. */
public final class YamlReader {

    /** A document and the line it starts at. */
    public record Document(JsonNode value, int line) {}

    /** Whether text needs no quotes to be read as the same text. */
    public static boolean isPlainText(String text) {
        try {
            return GoScalar.resolve(text, Limits.USUAL.document()).isTextual();
        } catch (GoScalar.IllegalScalar _) {
            return false;
        }
    }

    /** The documents of a text within the usual limits. */
    public static List<Document> read(String file, String text) throws UnreadableSource {
        return read(file, text, Limits.USUAL);
    }

    static List<Document> read(String file, String text, Limits limits) throws UnreadableSource {
        var options = new LoaderOptions();
        options.setCodePointLimit(limits.fileBytes() + 1);
        try {
            var parser = new ParserImpl(new StreamReader(withoutMark(text)), options);
            var documents = new ArrayList<Document>();
            while (!parser.checkEvent(Event.ID.StreamEnd)) {
                var event = parser.getEvent();
                if (event.is(Event.ID.DocumentStart)) {
                    var line = parser.peekEvent().getStartMark().getLine() + 1;
                    var value = new YamlDocument(file, parser, limits.document()).read();
                    if (!value.isNull()) {
                        documents.add(new Document(value, line));
                    }
                }
            }
            return documents;
        } catch (MarkedYAMLException e) {
            throw new UnreadableSource(problemOf(file, e));
        } catch (ReaderException e) {
            throw new UnreadableSource(problemOf(file, text, e));
        } catch (YAMLException e) {
            throw new UnreadableSource(Problem.of(file, firstLine(String.valueOf(e.getMessage()))));
        }
    }

    private static Problem problemOf(String file, MarkedYAMLException e) {
        var mark = e.getProblemMark();
        var reason = firstLine(String.valueOf(e.getProblem()));
        return mark == null
                ? Problem.of(file, reason)
                : new Problem(file, mark.getLine() + 1, mark.getColumn() + 1, reason);
    }

    private static Problem problemOf(String file, String text, ReaderException e) {
        var before = text.substring(0, Math.clamp(e.getPosition(), 0, text.length()));
        var line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        var reason = "the character U+%04X is not allowed".formatted(e.getCodePoint());
        return new Problem(file, line, before.length() - before.lastIndexOf('\n'), reason);
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("unreadable");
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private YamlReader() {}
}
