package io.dabbawala.cli.offline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dabbawala.cli.print.Table;
import io.dabbawala.cli.print.Yaml;
import io.dabbawala.cli.terminal.Surroundings;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** How lines are shown: JSON Lines for programs, the rest for people. */
final class LinesOption {

    enum Format {
        json,
        table,
        yaml
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "json",
            description = "json (one line each), table or yaml.")
    private Format format = Format.json;

    void show(List<Answer> answers, Surroundings around) {
        var out = around.terminal().out();
        switch (format) {
            case json -> answers.forEach(answer -> out.println(json(answer.line())));
            case yaml -> answers.forEach(answer -> out.print("---\n" + Yaml.text(answer.line())));
            case table -> table(answers, around).forEach(out::println);
        }
    }

    private static List<String> table(List<Answer> answers, Surroundings around) {
        var columns = new LinkedHashSet<String>();
        answers.forEach(answer -> answer.line().fieldNames().forEachRemaining(columns::add));
        var header = columns.stream().map(column -> column.toUpperCase(Locale.ROOT)).toList();
        var table = Table.of(header);
        answers.forEach(
                answer ->
                        table.row(
                                columns.stream().map(of -> cell(answer.line().path(of))).toList()));
        return answers.isEmpty()
                ? List.of()
                : table.lines(around.terminal().page(false, around.clock().instant()));
    }

    private static String cell(JsonNode value) {
        return value.isContainerNode() ? json(value) : value.isNull() ? "" : value.asText();
    }

    private static String json(JsonNode value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON cannot be written", e);
        }
    }
}
