package io.dabbawala.reconciler.plan;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Says to which application an object belongs, as Argo CD does: annotation {@code
 * <app>:<group>/<kind>:<namespace>/<name>}. An application outside of the namespace {@code argocd}
 * is written {@code <namespace>_<name>}. An object without it that Flux applied belongs to the
 * Kustomization its labels name (kustomize-controller docs/spec/v1).
 */
public final class Tracking {

    public static final String ANNOTATION = "argocd.argoproj.io/tracking-id";

    private static final String POINTER = "/metadata/annotations/" + ANNOTATION.replace("/", "~1");
    private static final String INSTANCE = "app.kubernetes.io/instance";
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
     * The application that tracks this object. An id that does not describe the object it sits on
     * was copied there by somebody, and says nothing.
     */
    public static Optional<String> applicationOf(LiveObject object) {
        var id = object.annotation(ANNOTATION);
        if (id.isEmpty()) {
            return kustomizationOf(object);
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
    public static Set<String> elsewhere(LiveObject live, Set<String> owned) {
        if (!live.annotation(ANNOTATION).isEmpty() || live.label(INSTANCE).isEmpty()) {
            return owned;
        }
        var all = new HashSet<>(owned);
        all.add(POINTER);
        return all;
    }

    private static Optional<String> kustomizationOf(LiveObject object) {
        var name = object.label(FLUX_NAME);
        var namespace = object.label(FLUX_NAMESPACE);
        return name.isEmpty() || namespace.isEmpty()
                ? Optional.empty()
                : Optional.of(namespace + "/" + name);
    }

    private static boolean describes(String[] parts, ObjectRef ref) {
        var place = ref.namespace().isEmpty() ? parts[2].split("/", 2)[0] : ref.namespace();
        return parts[1].equals(ref.group() + "/" + ref.kind())
                && parts[2].equals(place + "/" + ref.name());
    }

    private Tracking() {}
}
