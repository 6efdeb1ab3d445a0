package io.dabbawala.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.cli.print.Age;
import io.dabbawala.cli.print.Plain;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads answers: what is not there is empty. */
final class Fields {

    static String text(JsonNode of, String field) {
        return Plain.text(of.path(field).asText(""));
    }

    static List<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }

    static List<String> texts(JsonNode list, String field) {
        return each(list).stream().map(of -> text(of, field)).toList();
    }

    /** A commit as people say it: its first digits. */
    static String revision(String full) {
        return full.matches("[0-9a-f]{12,64}") ? full.substring(0, 8) : full;
    }

    /** Empty while it is not over. */
    static String took(JsonNode of) {
        var from = text(of, "startedAt");
        var to = of.path("finishedAt").asText("");
        return from.isEmpty() || to.isEmpty()
                ? ""
                : Age.between(Instant.parse(from), Instant.parse(to));
    }

    /** A list of text values. */
    static List<String> values(JsonNode list) {
        return each(list).stream().map(value -> Plain.text(value.asText())).toList();
    }

    private Fields() {}
}
