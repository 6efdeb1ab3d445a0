package io.dabbawala.reconciler.plan;

import java.util.Optional;

/**
 * Says to which application an object belongs, as Argo CD does: annotation {@code
 * <app>:<group>/<kind>:<namespace>/<name>}. An application outside of the namespace {@code argocd}
 * is written {@code <namespace>_<name>}.
 */
public final class Tracking {

    public static final String ANNOTATION = "argocd.argoproj.io/tracking-id";

    private static final String HOME = "argocd/";

    /** The id of this object; without a namespace of its own it has that of the destination. */
    public static String idOf(String application, ObjectRef ref, String destinationNamespace) {
        var namespace = ref.namespace().isEmpty() ? destinationNamespace : ref.namespace();
        return "%s:%s/%s:%s/%s"
                .formatted(
                        application.startsWith(HOME)
                                ? application.substring(HOME.length())
                                : application.replace('/', '_'),
                        ref.group(),
                        ref.kind(),
                        namespace,
                        ref.name());
    }

    /**
     * The application that tracks this object. An id that does not describe the object it sits on
     * was copied there by somebody, and says nothing.
     */
    public static Optional<String> applicationOf(LiveObject object) {
        var parts = object.annotation(ANNOTATION).split(":", 3);
        return parts.length == 3 && describes(parts, object.ref())
                ? Optional.of(application(parts[0]))
                : Optional.empty();
    }

    private static boolean describes(String[] parts, ObjectRef ref) {
        var place = ref.namespace().isEmpty() ? parts[2].split("/", 2)[0] : ref.namespace();
        return parts[1].equals(ref.group() + "/" + ref.kind())
                && parts[2].equals(place + "/" + ref.name());
    }

    private static String application(String part) {
        int end = part.indexOf('_');
        return end < 0 ? HOME + part : part.substring(0, end) + "/" + part.substring(end + 1);
    }

    private Tracking() {}
}
