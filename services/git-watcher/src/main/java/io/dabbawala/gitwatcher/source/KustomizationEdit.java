package io.dabbawala.gitwatcher.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.gitwatcher.render.Problem;
import io.dabbawala.gitwatcher.render.UnreadableSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes what an application changes into the overlay's own kustomization, as Argo CD does with
 * {@code kustomize edit}: names and namespace replace those of the overlay, images and replicas are
 * merged by name, labels and annotations must not be there yet unless forced.
 */
final class KustomizationEdit {

    private final String file;
    private final ObjectNode kustomization;

    KustomizationEdit(String file, ObjectNode kustomization) {
        this.file = file;
        this.kustomization = kustomization;
    }

    void apply(Kustomize changes, BuildEnvironment environment) throws UnreadableSource {
        set("namePrefix", changes.names().prefix());
        set("nameSuffix", changes.names().suffix());
        set("namespace", changes.names().namespace());
        images(changes, environment);
        replicas(changes);
        labels(changes.labels(), environment);
        annotations(changes.annotations(), environment);
        changes.patches().forEach(list("patches")::add);
        components(changes.components().paths());
        removeIfEmpty("patches");
        removeIfEmpty("components");
    }

    private void set(String member, String value) {
        if (!value.isEmpty()) {
            kustomization.put(member, value);
        }
    }

    private void images(Kustomize changes, BuildEnvironment environment) throws UnreadableSource {
        if (changes.images().isEmpty()) {
            return;
        }
        var byName = new TreeMap<String, ObjectNode>();
        list("images")
                .forEach(
                        image -> {
                            if (image instanceof ObjectNode known) {
                                byName.put(image.path("name").asText(), known);
                            }
                        });
        for (var text : changes.images()) {
            var wanted =
                    ImageOverride.of(environment.expand(text))
                            .orElseThrow(() -> refused("%s is no image override".formatted(text)));
            byName.merge(wanted.name(), wanted.over(null), (known, _) -> wanted.over(known));
        }
        kustomization.putArray("images").addAll(byName.values());
    }

    private void replicas(Kustomize changes) throws UnreadableSource {
        if (changes.replicas().isEmpty()) {
            return;
        }
        var byName = new TreeMap<String, JsonNode>();
        list("replicas").forEach(one -> byName.put(one.path("name").asText(), one.path("count")));
        for (var one : changes.replicas().entrySet()) {
            byName.put(one.getKey(), count(one.getValue()));
        }
        var replicas = kustomization.putArray("replicas");
        byName.forEach((name, count) -> replicas.addObject().put("name", name).set("count", count));
    }

    /** A number, or the text of one: either is a count to Argo CD, to Kustomize only the first. */
    private JsonNode count(JsonNode written) throws UnreadableSource {
        if (!written.isTextual()) {
            return written;
        }
        try {
            return IntNode.valueOf(Integer.parseInt(written.asText()));
        } catch (NumberFormatException _) {
            throw refused(
                    "expected integer value for count. Received: %s".formatted(written.asText()));
        }
    }

    private void components(List<String> paths) {
        var components = list("components");
        for (var path : paths) {
            if (components.valueStream().noneMatch(known -> known.asText().equals(path))) {
                components.add(path);
            }
        }
    }

    private void labels(Kustomize.Labels labels, BuildEnvironment environment)
            throws UnreadableSource {
        if (labels.pairs().isEmpty()) {
            return;
        }
        var expanded = new TreeMap<String, String>();
        labels.pairs().forEach((name, value) -> expanded.put(name, environment.expand(value)));
        if (!labels.withoutSelector()) {
            add("commonLabels", expanded, labels.force());
            return;
        }
        var added = list("labels").addObject();
        added.put("includeSelectors", false);
        if (labels.includeTemplates()) {
            added.put("includeTemplates", true);
        }
        var pairs = added.putObject("pairs");
        expanded.forEach(pairs::put);
    }

    private void annotations(Kustomize.Annotations annotations, BuildEnvironment environment)
            throws UnreadableSource {
        var pairs = new TreeMap<String, String>();
        annotations
                .pairs()
                .forEach(
                        (name, value) ->
                                pairs.put(
                                        name,
                                        annotations.substitutes()
                                                ? environment.expand(value)
                                                : value));
        add("commonAnnotations", pairs, annotations.force());
    }

    private void add(String member, Map<String, String> pairs, boolean force)
            throws UnreadableSource {
        var present = kustomization.path(member);
        for (var name : pairs.keySet()) {
            if (present.has(name) && !force) {
                throw refused("%s has %s already".formatted(member, name));
            }
        }
        if (!pairs.isEmpty()) {
            var all =
                    present instanceof ObjectNode object ? object : kustomization.putObject(member);
            pairs.forEach(all::put);
        }
    }

    private ArrayNode list(String member) {
        return kustomization.path(member) instanceof ArrayNode present
                ? present
                : kustomization.putArray(member);
    }

    private void removeIfEmpty(String member) {
        if (kustomization.path(member).isEmpty()) {
            kustomization.remove(member);
        }
    }

    private UnreadableSource refused(String reason) {
        return new UnreadableSource(Problem.of(file, reason));
    }
}
