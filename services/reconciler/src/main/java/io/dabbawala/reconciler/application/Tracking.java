package io.dabbawala.reconciler.application;

import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.object.Tree;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says to which application an object belongs, as Argo CD does: annotation {@code
 * <app>:<group>/<kind>:<namespace>/<name>}. An application outside of the namespace {@code argocd}
 * is written {@code <namespace>_<name>}. An object without it that Flux applied belongs to the
 * Kustomization its labels name (kustomize-controller docs/spec/v1).
 *
 * @param method how the Argo CD that was here before tracks; we always write the annotation
 * @param label what that one calls the instance label
 * @param installation its installation id: objects of another are not ours; empty: there is one
 */
public record Tracking(Method method, String label, String installation) {

    /** {@code application.resourceTrackingMethod}. */
    public enum Method {
        ANNOTATION,
        LABEL,
        /** The label is there for others to read. */
        ANNOTATION_AND_LABEL
    }

    public static final String ANNOTATION = "argocd.argoproj.io/tracking-id";
    public static final String INSTANCE = "app.kubernetes.io/instance";

    /** As an Argo CD that nobody configured. */
    public static final Tracking BY_ANNOTATION = new Tracking(Method.ANNOTATION, INSTANCE, "");

    private static final String INSTALLATION = "argocd.argoproj.io/installation-id";
    private static final Set<String> POINTERS = Set.of(pointer(ANNOTATION), pointer(INSTALLATION));
    private static final int LONGEST_LABEL = 63;
    private static final String FLUX_NAME = "kustomize.toolkit.fluxcd.io/name";
    private static final String FLUX_NAMESPACE = "kustomize.toolkit.fluxcd.io/namespace";
    private static final String HOME = "argocd/";

    /** The id of this object; without a namespace of its own it has that of the destination. */
    public static String idOf(String application, ObjectRef ref, String destinationNamespace) {
        var namespace = ref.namespace().isEmpty() ? destinationNamespace : ref.namespace();
        return "%s:%s/%s:%s/%s"
                .formatted(instanceOf(application), ref.group(), ref.kind(), namespace, ref.name());
    }

    /**
     * The metadata of an object of this application, with what says so.
     *
     * @param ref its own namespace, or that of the destination where it has none
     */
    public Map<String, Object> mark(
            Map<String, Object> metadata, String application, ObjectRef ref, String destination) {
        var marked = new LinkedHashMap<>(metadata);
        var annotations = new LinkedHashMap<>(Tree.map(metadata, "annotations"));
        annotations.put(ANNOTATION, idOf(application, ref, destination));
        if (!installation.isEmpty()) {
            annotations.put(INSTALLATION, installation);
        }
        marked.put("annotations", annotations);
        if (method != Method.ANNOTATION) {
            var labels = new LinkedHashMap<>(Tree.map(metadata, "labels"));
            labels.put(label, labelled(instanceOf(application)));
            marked.put("labels", labels);
        }
        return marked;
    }

    private String labelled(String instance) {
        return method == Method.LABEL || instance.length() <= LONGEST_LABEL
                ? instance
                : instance.substring(0, LONGEST_LABEL).replaceFirst("[^a-zA-Z0-9]+$", "");
    }

    /**
     * The application that tracks this object. An id that does not describe the object it sits on
     * was copied there by somebody, and says nothing; so does a label that an object has from its
     * owner.
     */
    public Optional<String> applicationOf(LiveObject object) {
        var id = object.annotation(ANNOTATION);
        if (id.isEmpty()) {
            return labelOf(object).or(() -> kustomizationOf(object));
        }
        if (!installation.isEmpty() && !installation.equals(object.annotation(INSTALLATION))) {
            return Optional.empty();
        }
        var parts = id.split(":", 3);
        return parts.length == 3 && !parts[0].isEmpty() && describes(parts, object.ref())
                ? Optional.of(application(parts[0]))
                : Optional.empty();
    }

    /** The application as it is written in an id. */
    static String instanceOf(String application) {
        return application.startsWith(HOME)
                ? application.substring(HOME.length())
                : application.replace('/', '_');
    }

    /** The application that is written so. */
    static String application(String instance) {
        int end = instance.indexOf('_');
        return end < 0
                ? HOME + instance
                : instance.substring(0, end) + "/" + instance.substring(end + 1);
    }

    /**
     * What is not compared: what is decided elsewhere, and the id of an object that only has the
     * label of the older way of tracking; otherwise a change of the way would change every object.
     */
    public Set<String> elsewhere(LiveObject live, Set<String> owned) {
        if (!live.annotation(ANNOTATION).isEmpty() || live.label(label).isEmpty()) {
            return owned;
        }
        var all = new HashSet<>(owned);
        all.addAll(POINTERS);
        return all;
    }

    private Optional<String> labelOf(LiveObject object) {
        var instance = object.label(label);
        return method != Method.LABEL || instance.isEmpty() || hasLabelsOfAnother(object)
                ? Optional.empty()
                : Optional.of(application(instance));
    }

    /** Whoever made it copied them: from its owner, or from the Service of its Endpoints. */
    private static boolean hasLabelsOfAnother(LiveObject object) {
        return object.ref().isOfKind("", "Endpoints")
                || !Tree.list(object.content(), "metadata", "ownerReferences").isEmpty();
    }

    private static String pointer(String annotation) {
        return "/metadata/annotations/" + annotation.replace("/", "~1");
    }

    private static Optional<String> kustomizationOf(LiveObject object) {
        var name = object.label(FLUX_NAME);
        var namespace = object.label(FLUX_NAMESPACE);
        return name.isEmpty() || namespace.isEmpty() || hasLabelsOfAnother(object)
                ? Optional.empty()
                : Optional.of(namespace + "/" + name);
    }

    private static boolean describes(String[] parts, ObjectRef ref) {
        var place = ref.namespace().isEmpty() ? parts[2].split("/", 2)[0] : ref.namespace();
        return parts[1].equals(ref.group() + "/" + ref.kind())
                && parts[2].equals(place + "/" + ref.name());
    }
}
