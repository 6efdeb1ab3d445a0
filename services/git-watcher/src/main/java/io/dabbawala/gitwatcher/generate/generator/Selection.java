package io.dabbawala.gitwatcher.generate.generator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Paths that are wanted and paths that are not; a pattern nobody can read wants nothing. */
record Selection(List<Pattern> wanted, List<Pattern> unwanted) {

    static Selection of(JsonNode items, Function<String, Optional<Pattern>> glob) {
        var wanted = new ArrayList<Pattern>();
        var unwanted = new ArrayList<Pattern>();
        for (var item : items) {
            var list = item.path("exclude").asBoolean(false) ? unwanted : wanted;
            glob.apply(item.path("path").asText("")).ifPresent(list::add);
        }
        return new Selection(wanted, unwanted);
    }

    boolean selects(String path) {
        return matches(wanted, path) && !matches(unwanted, path);
    }

    private static boolean matches(List<Pattern> patterns, String path) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(path).matches());
    }
}
