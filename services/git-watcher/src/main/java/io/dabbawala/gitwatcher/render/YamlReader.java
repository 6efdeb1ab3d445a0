package io.dabbawala.gitwatcher.render;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** Reads the documents of one YAML file. Empty documents are none. */
public final class YamlReader {

    /** A document and the line it starts at. */
    public record Document(JsonNode value, int line) {}

    /** Whether text needs no quotes to be read as the same text. */
    public static boolean isPlainText(String text) {
        try {
            return GoScalar.resolve(text).isTextual();
        } catch (GoScalar.IllegalScalar _) {
            return false;
        }
    }

    /** The documents of a file of manifests. */
    public static List<Document> read(String file, String text) throws UnreadableSource {
        return read(file, text, Allowance.OF_MANIFESTS);
    }

    static List<Document> read(String file, String text, Allowance allowance)
            throws UnreadableSource {
        var options = new LoaderOptions();
        options.setCodePointLimit(allowance.file() + 1);
        try {
            var parser = new ParserImpl(new StreamReader(withoutMark(text)), options);
            var documents = new ArrayList<Document>();
            while (!parser.checkEvent(Event.ID.StreamEnd)) {
                var event = parser.getEvent();
                if (event.is(Event.ID.DocumentStart)) {
                    var line = parser.peekEvent().getStartMark().getLine() + 1;
                    var value = new YamlDocument(file, parser, allowance.document()).read();
                    if (!value.isNull()) {
                        documents.add(new Document(value, line));
                    }
                }
            }
            return documents;
        } catch (MarkedYAMLException e) {
            throw new UnreadableSource(problemOf(file, e));
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

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("unreadable");
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private YamlReader() {}
}
