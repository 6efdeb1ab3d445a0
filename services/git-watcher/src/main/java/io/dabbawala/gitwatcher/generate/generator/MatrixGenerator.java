package io.dabbawala.gitwatcher.generate.generator;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.generate.parameter.CannotGenerate;
import io.dabbawala.gitwatcher.generate.parameter.Parameters;
import io.dabbawala.gitwatcher.generate.parameter.Templating;
import io.dabbawala.gitwatcher.sprig.Merging;
import io.dabbawala.gitwatcher.template.value.GoText;
import java.util.ArrayList;
import java.util.List;

/**
 * Every set of the first child with every set of the second, which is filled in with the first's
 * (Argo CD, applicationset/generators/matrix.go). As Go templates see it the first child wins; as
 * text a parameter of both has to be the same.
 */
record MatrixGenerator(Templating templating, Generators generators) implements Nest {

    @Override
    public List<Parameters> parameters(JsonNode configuration, Parameters outer)
            throws CannotGenerate {
        var children = Nest.children(configuration);
        if (children.size() < 2) {
            throw new CannotGenerate("found less than two generators, Matrix support only two");
        }
        if (children.size() > 2) {
            throw new CannotGenerate("found more than two generators, Matrix support only two");
        }
        var sets = new ArrayList<Parameters>();
        for (var first : first(children.getFirst(), outer)) {
            var seen = merged(outer, first);
            for (var second : second(children.getLast(), seen)) {
                sets.add(templating.isGo() ? merged(first, second) : combined(first, second));
            }
        }
        return sets;
    }

    private List<Parameters> first(JsonNode child, Parameters outer) throws CannotGenerate {
        try {
            return generators.child(child, outer);
        } catch (CannotGenerate e) {
            throw e.within("error failed to get params for first generator in matrix generator");
        }
    }

    private List<Parameters> second(JsonNode child, Parameters seen) throws CannotGenerate {
        try {
            return generators.child(child, seen);
        } catch (CannotGenerate e) {
            throw e.within("failed to get params for second generator in the matrix generator");
        }
    }

    private static Parameters merged(Parameters winner, Parameters other) {
        var merged = Parameters.empty();
        Merging.into(merged.values(), other.values(), true);
        Merging.into(merged.values(), winner.values(), true);
        return merged;
    }

    private static Parameters combined(Parameters first, Parameters second) throws CannotGenerate {
        var combined = Parameters.empty();
        first.values().forEach((key, value) -> combined.put(key, GoText.of(value)));
        for (var member : second.values().entrySet()) {
            var value = GoText.of(member.getValue());
            var present = combined.values().get(member.getKey());
            if (present != null && !present.equals(value)) {
                throw new CannotGenerate(
                        "failed to combine string maps with merging params for the matrix generator: found duplicate key %s with different value, a: %s ,b: %s"
                                .formatted(member.getKey(), present, value));
            }
            combined.put(member.getKey(), value);
        }
        return combined;
    }
}
