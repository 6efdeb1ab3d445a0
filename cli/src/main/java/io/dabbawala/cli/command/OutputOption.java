package io.dabbawala.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.cli.print.Yaml;
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
            case yaml -> Yaml.text(answer).lines().toList();
        };
    }
}
