package io.dabbawala.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import io.dabbawala.cli.terminal.Surroundings;
import io.dabbawala.cli.view.View;
import java.util.List;
import picocli.CommandLine.Option;

/** How the answer is shown. */
final class OutputOption {

    enum Format {
        table,
        wide,
        name,
        json,
        yaml
    }

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, wide, name, json or yaml.")
    private Format format = Format.table;

    Format format() {
        return format;
    }

    void show(JsonNode answer, View view, Surroundings around) {
        lines(answer, view, around).forEach(around.terminal().out()::println);
    }

    List<String> lines(JsonNode answer, View view, Surroundings around) {
        return switch (format) {
            case name -> view.names(answer);
            case table, wide -> {
                var isWide = format == Format.wide;
                yield view.lines(answer, around.terminal().page(isWide, around.clock().instant()));
            }
            case json -> answer.toPrettyString().lines().toList();
            case yaml -> yaml(answer).lines().toList();
        };
    }

    private static String yaml(JsonNode answer) {
        var writer =
                new ObjectMapper(
                        YAMLFactory.builder()
                                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                                .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                                .build());
        try {
            return writer.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("JSON is YAML: " + answer, e);
        }
    }
}
