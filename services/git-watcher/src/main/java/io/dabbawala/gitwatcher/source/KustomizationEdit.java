package io.dabbawala.gitwatcher.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.gitwatcher.render.Problem;
import io.dabbawala.gitwatcher.render.UnreadableSource;
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
        labels(changes.labels());
        annotations(changes.annotations(), environment);
        changes.patches().forEach(list("patches")::add);
        changes.components().paths().forEach(list("components")::add);
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

    private void replicas(Kustomize changes) {
        if (changes.replicas().isEmpty()) {
            return;
        }
        var byName = new TreeMap<String, JsonNode>();
        list("replicas").forEach(one -> byName.put(one.path("name").asText(), one.path("count")));
        byName.putAll(changes.replicas());
        var replicas = kustomization.putArray("replicas");
        byName.forEach((name, count) -> replicas.addObject().put("name", name).set("count", count));
    }

    private void labels(Kustomize.Labels labels) throws UnreadableSource {
        if (labels.pairs().isEmpty()) {
            return;
        }
        if (!labels.withoutSelector()) {
            add("commonLabels", labels.pairs(), labels.force());
            return;
        }
        var added = list("labels").addObject();
        added.put("includeSelectors", false);
        if (labels.includeTemplates()) {
            added.put("includeTemplates", true);
        }
        var pairs = added.putObject("pairs");
        labels.pairs().forEach(pairs::put);
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
