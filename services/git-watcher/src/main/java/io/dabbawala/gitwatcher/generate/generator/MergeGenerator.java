package io.dabbawala.gitwatcher.generate.generator;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.generate.parameter.CannotGenerate;
import io.dabbawala.gitwatcher.generate.parameter.Parameters;
import io.dabbawala.gitwatcher.generate.parameter.Templating;
import io.dabbawala.gitwatcher.sprig.Json;
import io.dabbawala.gitwatcher.sprig.Merging;
import io.dabbawala.gitwatcher.template.value.GoText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The sets of the first child, each changed by the set of each later child that has the same merge
 * keys (Argo CD, applicationset/generators/merge.go); in the order of the first child.
 */
record MergeGenerator(Templating templating, Generators generators) implements Nest {

    @Override
    public List<Parameters> parameters(JsonNode configuration, Parameters outer)
            throws CannotGenerate {
        var children = Nest.children(configuration);
        if (children.size() < 2) {
            throw new CannotGenerate("found less than two generators, Merge requires two or more");
        }
        var all = new ArrayList<List<Parameters>>();
        for (var child : children) {
            all.add(sets(child, outer, all.size() + 1, children.size()));
        }
        var merged = byKey(configuration, all.getFirst());
        for (var later : all.subList(1, all.size())) {
            byKey(configuration, later)
                    .forEach(
                            (key, set) ->
                                    merged.computeIfPresent(key, (_, base) -> over(base, set)));
        }
        return List.copyOf(merged.values());
    }

    private List<Parameters> sets(JsonNode child, Parameters outer, int number, int count)
            throws CannotGenerate {
        try {
            return generators.child(child, outer);
        } catch (CannotGenerate e) {
            throw e.within(
                    "error getting param sets from generators: error getting params from generator %d of %d"
                            .formatted(number, count));
        }
    }

    private static Map<String, Parameters> byKey(JsonNode configuration, List<Parameters> sets)
            throws CannotGenerate {
        if (configuration.path("mergeKeys").isEmpty()) {
            throw failed("no merge keys were specified, Merge requires at least one");
        }
        var byKey = new LinkedHashMap<String, Parameters>();
        for (var set : sets) {
            var key = new TreeMap<String, @Nullable Object>();
            configuration
                    .path("mergeKeys")
                    .forEach(name -> key.put(name.asText(), set.values().get(name.asText())));
            var text = Json.write(key, true);
            if (byKey.put(text, set) != null) {
                throw failed(
                        "the parameters from a generator were not unique by the given mergeKeys, Merge requires all param sets to be unique. Duplicate key was "
                                + text);
            }
        }
        return byKey;
    }

    private static CannotGenerate failed(String reason) {
        return new CannotGenerate("error getting param sets by merge key: " + reason);
    }

    private Parameters over(Parameters base, Parameters set) {
        var over = Parameters.empty();
        if (templating.isGo()) {
            Merging.into(over.values(), base.values(), false);
            Merging.into(over.values(), set.values(), true);
        } else {
            base.values().forEach((key, value) -> over.put(key, GoText.of(value)));
            set.values().forEach((key, value) -> over.put(key, GoText.of(value)));
        }
        return over;
    }
}
