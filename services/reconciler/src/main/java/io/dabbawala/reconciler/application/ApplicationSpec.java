package io.dabbawala.reconciler.application;

import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Manifest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an application's declaration says beside its sources, as Argo CD's Application has it
 * (pkg/apis/application/v1alpha1/types.go); of Flux's Kustomization, where its objects go. Fields
 * that are not known here are ignored.
 *
 * @param retry null if the declaration has no such block
 * @param managedNamespaceMetadata null if it has no such block
 * @param dependencies a Kustomization's {@code dependsOn}
 * @param kustomization null if it is an Application
 * @param deletion what becomes of the objects when the declaration was withdrawn
 * @param annotations those that change how, as {@code argocd.argoproj.io/compare-options}
 */
public record ApplicationSpec(
        String project,
        Destination destination,
        SyncPolicy syncPolicy,
        @Nullable RetryPolicy retry,
        @Nullable NamespaceMetadata managedNamespaceMetadata,
        List<IgnoredDifference> ignoreDifferences,
        Map<String, String> annotations,
        List<String> dependencies,
        @Nullable KustomizationSpec kustomization,
        Deletion deletion) {

    /** What a namespace that is created, or ours already, shall carry. */
    public record NamespaceMetadata(Map<String, String> labels, Map<String, String> annotations) {
        public NamespaceMetadata {
            labels = Map.copyOf(labels);
            annotations = Map.copyOf(annotations);
        }
    }

    public ApplicationSpec {
        ignoreDifferences = List.copyOf(ignoreDifferences);
        annotations = Map.copyOf(annotations);
        dependencies = List.copyOf(dependencies);
    }

    /** Nothing is said but this. */
    public static ApplicationSpec of(
            String project, Destination destination, SyncPolicy syncPolicy) {
        return new ApplicationSpec(
                project,
                destination,
                syncPolicy,
                null,
                null,
                List.of(),
                Map.of(),
                List.of(),
                null,
                Deletion.NONE);
    }

    /**
     * @param json the spec, with the annotations as one more member
     * @throws IllegalArgumentException if it is no JSON object, or a field has a wrong type; it is
     *     named
     */
    public static ApplicationSpec parse(String json) {
        return of(Json.object(json));
    }

    /**
     * @param spec as a tree, with the annotations as one more member
     * @throws IllegalArgumentException if a field has a wrong type; it is named
     */
    public static ApplicationSpec of(Map<String, Object> spec) {
        var field = new SpecField("spec", spec);
        var destination = field.at("destination");
        var policy = field.at("syncPolicy");
        var isFlux = field.at("kind").text().equals("Kustomization");
        return new ApplicationSpec(
                field.at("project").text("default"),
                new Destination(
                        destination.at("name").text(),
                        destination.at("server").text(),
                        destination.at("namespace").text(field.at("targetNamespace").text())),
                policy(policy),
                isFlux ? KustomizationSpec.retry(field) : RetryPolicy.of(policy.at("retry")),
                metadata(policy.at("managedNamespaceMetadata")),
                field.at("ignoreDifferences").list().stream().map(IgnoredDifference::of).toList(),
                field.at("annotations").textMembers(),
                field.at("dependsOn").list().stream().map(ApplicationSpec::dependency).toList(),
                isFlux ? KustomizationSpec.of(field) : null,
                Deletion.of(field.at("deletion").text()));
    }

    /** Whether an object is marked so: in Git, or in the cluster, which to Flux counts as well. */
    public boolean isMarked(
            Predicate<Map<String, Object>> mark, Manifest manifest, LiveObject live) {
        return mark.test(manifest.content()) || kustomization != null && mark.test(live.content());
    }

    private static final String DEPENDS_ON = "dabbawala.io/depends-on";

    /**
     * The applications that are synced and healthy before this one is synced, as {@code
     * namespace/name}: of the annotation {@code dabbawala.io/depends-on}, a list with commas, and
     * of a Kustomization's {@code spec.dependsOn}.
     *
     * @param home the namespace of those that name none
     */
    public List<String> dependsOn(String home) {
        var words = annotations.getOrDefault(DEPENDS_ON, "").split(",");
        return Stream.concat(Arrays.stream(words), dependencies.stream())
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> name.contains("/") ? name : home + "/" + name)
                .distinct()
                .toList();
    }

    private static String dependency(SpecField entry) {
        var namespace = entry.at("namespace").text();
        var name = entry.at("name").text();
        return namespace.isEmpty() ? name : namespace + "/" + name;
    }

    private static SyncPolicy policy(SpecField policy) {
        var automated = policy.at("automated");
        return new SyncPolicy(
                !automated.isAbsent() && automated.at("enabled").flag(true),
                automated.at("prune").flag(false),
                automated.at("selfHeal").flag(false),
                automated.at("allowEmpty").flag(false),
                new HashSet<>(policy.at("syncOptions").texts()));
    }

    private static @Nullable NamespaceMetadata metadata(SpecField metadata) {
        return metadata.isAbsent()
                ? null
                : new NamespaceMetadata(
                        metadata.at("labels").textMembers(),
                        metadata.at("annotations").textMembers());
    }
}
