package io.dabbawala.gitwatcher.substitute;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.render.YamlReader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.emitter.Emitter;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ImplicitTuple;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.events.StreamStartEvent;

/**
 * A manifest as the YAML that Go's sigs.k8s.io/yaml writes of it: blocks, quotes only where a plain
 * scalar would mean something else, lines as a literal block.
 */
final class ManifestText {

    private static final Pattern SEXAGESIMAL =
            Pattern.compile("[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?");

    private final Emitter emitter;

    private ManifestText(StringWriter text) {
        var options = new DumperOptions();
        options.setSplitLines(false);
        options.setDefaultFlowStyle(FlowStyle.BLOCK);
        emitter = new Emitter(text, options);
    }

    static String of(JsonNode manifest) {
        var text = new StringWriter();
        var writing = new ManifestText(text);
        writing.emit(new StreamStartEvent(null, null));
        writing.emit(new DocumentStartEvent(null, null, false, null, Map.of()));
        writing.emit(manifest);
        writing.emit(new DocumentEndEvent(null, null, false));
        writing.emit(new StreamEndEvent(null, null));
        return text.toString();
    }

    private void emit(JsonNode value) {
        if (value.isObject()) {
            emit(new MappingStartEvent(null, null, true, null, null, style(value)));
            value.properties().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(
                            member -> {
                                emit(text(member.getKey()));
                                emit(member.getValue());
                            });
            emit(new MappingEndEvent(null, null));
        } else if (value.isArray()) {
            emit(new SequenceStartEvent(null, null, true, null, null, style(value)));
            value.forEach(this::emit);
            emit(new SequenceEndEvent(null, null));
        } else {
            emit(value.isTextual() ? text(value.asText()) : plain(value.asText()));
        }
    }

    private void emit(Event event) {
        try {
            emitter.emit(event);
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory cannot be written", e);
        }
    }

    private static FlowStyle style(JsonNode collection) {
        return collection.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK;
    }

    private static ScalarEvent text(String text) {
        var isPlain = YamlReader.isPlainText(text) && !SEXAGESIMAL.matcher(text).matches();
        var style =
                text.contains("\n")
                        ? ScalarStyle.LITERAL
                        : isPlain ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED;
        return scalar(text, style, isPlain);
    }

    private static ScalarEvent plain(String literal) {
        return scalar(literal, ScalarStyle.PLAIN, true);
    }

    private static ScalarEvent scalar(String text, ScalarStyle style, boolean plain) {
        return new ScalarEvent(null, null, new ImplicitTuple(plain, true), text, null, null, style);
    }
}
