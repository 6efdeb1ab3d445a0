package io.dabbawala.gitwatcher.generate.generator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.gitwatcher.generate.parameter.CannotGenerate;
import io.dabbawala.gitwatcher.generate.parameter.Flat;
import io.dabbawala.gitwatcher.generate.parameter.GoJson;
import io.dabbawala.gitwatcher.generate.parameter.Parameters;
import io.dabbawala.gitwatcher.generate.parameter.Templating;
import io.dabbawala.gitwatcher.template.function.TemplateFailed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The generators by name, and what one entry of a list of generators yields. */
public final class Generators {

    private static final int SETS = 20_000;
    private static final List<String> UNRENDERED = List.of("values", "template");
    private static final int DEPTH = 20;

    /**
     * What one generator of an entry yields.
     *
     * @param template laid over that of the ApplicationSet
     */
    public record Yield(List<Parameters> sets, JsonNode template) {}

    private final Templating templating;
    private final Map<String, Generator> byName = new LinkedHashMap<>();
    private int depth;

    public Generators(Templating templating, Outlook outlook) {
        this.templating = templating;
        byName.put("list", new ListGenerator(templating));
        byName.put("clusters", new ClusterGenerator(templating, outlook));
        byName.put("git", new GitGenerator(templating, outlook));
        byName.put("scmProvider", new ForgeGenerator(templating, outlook));
        byName.put("clusterDecisionResource", refused("clusterDecisionResource"));
        byName.put("pullRequest", new PullRequestGenerator(templating, outlook));
        byName.put("matrix", new MatrixGenerator(templating, this));
        byName.put("merge", new MergeGenerator(templating, this));
        byName.put("plugin", refused("plugin"));
    }

    private static Generator refused(String name) {
        return (_, _) -> {
            throw new CannotGenerate(
                    "the generator %s is not offered: it asks something outside of Git and the declared clusters"
                            .formatted(name));
        };
    }

    /** Whether the entry names a generator anybody knows. */
    public boolean knows(JsonNode entry) {
        return byName.keySet().stream().anyMatch(entry::hasNonNull);
    }

    /** Each generator of the entry in turn. */
    public List<Yield> of(JsonNode entry, Parameters outer) throws CannotGenerate {
        var selector = LabelSelector.of(entry.path("selector"));
        var yields = new ArrayList<Yield>();
        for (var generator : byName.entrySet()) {
            var configuration = entry.path(generator.getKey());
            if (configuration.isMissingNode() || configuration.isNull()) {
                continue;
            }
            if (!configuration.isObject()) {
                throw new CannotGenerate(
                        "the generator %s must be an object, it is of kind %s"
                                .formatted(generator.getKey(), GoJson.kind(configuration)));
            }
            var isNest = generator.getValue() instanceof Nest;
            var sets =
                    generator
                            .getValue()
                            .parameters(
                                    isNest ? configuration : filled(configuration, outer), outer);
            if (sets.size() > SETS) {
                throw new CannotGenerate(
                        "the generator %s yields more than %d parameter sets"
                                .formatted(generator.getKey(), SETS));
            }
            yields.add(
                    new Yield(
                            sets.stream()
                                    .filter(
                                            set ->
                                                    selector.isEmpty()
                                                            || selector.matches(
                                                                    Flat.of(set.values())))
                                    .toList(),
                            configuration.path("template")));
        }
        return yields;
    }

    /** What a generator within another yields: it has to be exactly one. */
    List<Parameters> child(JsonNode entry, Parameters outer) throws CannotGenerate {
        if (++depth > DEPTH) {
            throw new CannotGenerate("generators nested more than %d deep".formatted(DEPTH));
        }
        List<Yield> yields;
        try {
            yields = of(entry, outer);
        } catch (CannotGenerate e) {
            throw e.within("child generator returned an error on parameter generation");
        }
        depth--;
        if (yields.isEmpty()) {
            throw new CannotGenerate("child generator generated no parameters");
        }
        if (yields.size() > 1) {
            throw new CannotGenerate("found more than one generator in matrix.Generators");
        }
        return yields.getFirst().sets();
    }

    private JsonNode filled(JsonNode configuration, Parameters outer) throws CannotGenerate {
        if (outer.isEmpty()) {
            return configuration;
        }
        try {
            var rendered = ((ObjectNode) configuration).deepCopy().remove(UNRENDERED);
            var filled = (ObjectNode) templating.tree(rendered, outer.values());
            UNRENDERED.stream()
                    .filter(configuration::has)
                    .forEach(member -> filled.set(member, configuration.get(member)));
            return filled;
        } catch (TemplateFailed e) {
            throw new CannotGenerate("failed to replace parameters in generator", e);
        }
    }
}
