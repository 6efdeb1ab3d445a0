package io.dabbawala.gitwatcher.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.gitwatcher.generate.generator.Generators;
import io.dabbawala.gitwatcher.generate.generator.Generators.Yield;
import io.dabbawala.gitwatcher.generate.generator.Outlook;
import io.dabbawala.gitwatcher.generate.parameter.CannotGenerate;
import io.dabbawala.gitwatcher.generate.parameter.GoJson;
import io.dabbawala.gitwatcher.generate.parameter.Parameters;
import io.dabbawala.gitwatcher.generate.parameter.Templating;
import io.dabbawala.gitwatcher.sprig.Json;
import io.dabbawala.gitwatcher.sprig.Merging;
import io.dabbawala.gitwatcher.template.function.TemplateFailed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries out one ApplicationSet. */
public final class Generation {

    /**
     * The sets of one entry of {@code spec.generators}.
     *
     * @param generator which entry, counted from 0
     */
    public record Numbered(int generator, Parameters parameters) {}

    private static final String FINALIZER = "resources-finalizer.argocd.argoproj.io";

    private final ApplicationSet set;
    private final Templating templating;
    private final Generators generators;

    private Generation(ApplicationSet set, Outlook outlook) throws CannotGenerate {
        set.check();
        this.set = set;
        this.templating = set.templating();
        this.generators = new Generators(templating, outlook);
    }

    public static Generated of(ApplicationSet set, Outlook outlook) {
        try {
            return new Generation(set, outlook).applications();
        } catch (CannotGenerate e) {
            return new Generated.Failed(e.getMessage());
        }
    }

    /** Every parameter set, in order, before any template is filled. */
    public static List<Numbered> parameters(ApplicationSet set, Outlook outlook)
            throws CannotGenerate {
        var generation = new Generation(set, outlook);
        var all = new ArrayList<Numbered>();
        var entries = set.generators();
        for (int i = 0; i < entries.size(); i++) {
            for (var yield : generation.generators.of(entries.get(i), Parameters.NONE)) {
                for (var parameters : yield.sets()) {
                    all.add(new Numbered(i, parameters));
                }
            }
        }
        return all;
    }

    private Generated applications() throws CannotGenerate {
        var applications = new ArrayList<JsonNode>();
        for (var entry : set.generators()) {
            for (var yield : generators.of(entry, Parameters.NONE)) {
                var template = template(yield);
                for (var parameters : yield.sets()) {
                    applications.add(application(template, parameters));
                }
            }
        }
        refuseTwins(applications);
        return new Generated.Applications(applications, notes());
    }

    private void refuseTwins(List<JsonNode> applications) throws CannotGenerate {
        var names = new HashSet<String>();
        for (var application : applications) {
            var name = application.path("metadata").path("name").asText("");
            if (!names.add(name)) {
                throw new CannotGenerate(
                        "ApplicationSet %s contains applications with duplicate name: %s"
                                .formatted(set.name(), name));
            }
        }
    }

    private List<String> notes() {
        var notes = new ArrayList<String>();
        if (!set.spec().path("strategy").isEmpty()) {
            notes.add(
                    "spec.strategy is left out: every application is synced when its own policy says so");
        }
        for (var entry : set.generators()) {
            if (!generators.knows(entry)) {
                notes.add(
                        "ApplicationSet %s contains unrecognized generators".formatted(set.name()));
            }
        }
        return notes;
    }

    /** The generator's own template, and what it does not say from that of the set. */
    @SuppressWarnings("unchecked")
    private JsonNode template(Yield yield) {
        if (!yield.template().isObject()) {
            return set.template();
        }
        var merged = new LinkedHashMap<String, @Nullable Object>();
        merged.putAll((Map<String, @Nullable Object>) some(Json.value(yield.template())));
        Merging.into(merged, (Map<String, ?>) some(Json.value(set.template())), false);
        return GoJson.tree(merged);
    }

    private static Object some(@Nullable Object value) {
        return value == null ? Map.of() : value;
    }

    private JsonNode application(JsonNode template, Parameters parameters) throws CannotGenerate {
        var isEmpty = parameters.isEmpty();
        var application = framed(isEmpty ? template : filled(template, parameters));
        if (!isEmpty && !set.policy().preservesResources()) {
            var metadata = (ObjectNode) application.path("metadata");
            if (metadata.path("finalizers").isEmpty()) {
                metadata.putArray("finalizers").add(FINALIZER);
            }
        }
        var patch = set.spec().path("templatePatch");
        if (!patch.isTextual()) {
            return application;
        }
        var patched = TemplatePatch.applied(application, filled(patch.textValue(), parameters));
        beside(patched.path("metadata"));
        return patched;
    }

    /** Whoever may write sets into one namespace must not reach another by a template. */
    private void beside(JsonNode metadata) {
        if (metadata instanceof ObjectNode written) {
            if (set.namespace().isEmpty()) {
                written.remove("namespace");
            } else {
                written.put("namespace", set.namespace());
            }
        }
    }

    private JsonNode filled(JsonNode template, Parameters parameters) throws CannotGenerate {
        try {
            return templating.tree(template, parameters.values());
        } catch (TemplateFailed e) {
            throw new CannotGenerate(e.getMessage());
        }
    }

    private String filled(String patch, Parameters parameters) throws CannotGenerate {
        try {
            return templating.text(patch, parameters.values());
        } catch (TemplateFailed e) {
            throw new CannotGenerate("error replacing values in templatePatch", e);
        }
    }

    /** As a complete object: only what a template may say of metadata. */
    private ObjectNode framed(JsonNode template) {
        var application = JsonNodeFactory.instance.objectNode();
        application.put("apiVersion", "argoproj.io/v1alpha1").put("kind", "Application");
        var metadata = application.putObject("metadata");
        for (var member : List.of("name", "namespace", "labels", "annotations", "finalizers")) {
            var value = template.path("metadata").path(member);
            if (!value.isMissingNode() && !value.isNull()) {
                metadata.set(member, value);
            }
        }
        beside(metadata);
        var spec = template.path("spec");
        application.set(
                "spec", spec.isObject() ? spec.deepCopy() : JsonNodeFactory.instance.objectNode());
        return application;
    }
}
