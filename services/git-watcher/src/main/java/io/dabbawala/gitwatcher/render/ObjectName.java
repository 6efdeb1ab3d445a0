package io.dabbawala.gitwatcher.render;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What Kubernetes takes for the name of an object (its documentation, "Object names and IDs").
 * Names of the kinds it brings are known; of any other only what no path can hold is refused.
 */
final class ObjectName {

    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern SUBDOMAIN =
            Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");
    private static final int LONGEST = 253;

    private static final Set<String> LABELS = Set.of("/Namespace", "/Service");

    /** Roles and their like may have a colon. */
    private static final Set<String> SUBDOMAINS =
            Set.of(
                    "",
                    "apps",
                    "batch",
                    "autoscaling",
                    "policy",
                    "storage.k8s.io",
                    "scheduling.k8s.io",
                    "coordination.k8s.io",
                    "networking.k8s.io",
                    "discovery.k8s.io",
                    "node.k8s.io",
                    "apiextensions.k8s.io",
                    "admissionregistration.k8s.io");

    /** Why the object cannot be called so; empty if it can. */
    static Optional<String> problem(Manifest manifest) {
        var namespace = manifest.namespace();
        if (!namespace.isEmpty() && !LABEL.matcher(namespace).matches()) {
            return Optional.of(
                    "metadata.namespace \"%s\" is no DNS label".formatted(shown(namespace)));
        }
        var name = manifest.name();
        return name.isEmpty() ? Optional.empty() : problem(manifest, name);
    }

    private static Optional<String> problem(Manifest manifest, String name) {
        if (LABELS.contains(manifest.group() + "/" + manifest.kind())) {
            return LABEL.matcher(name).matches()
                    ? Optional.empty()
                    : refused(name, "a DNS label: at most 63 of a-z, 0-9 and -");
        }
        if (SUBDOMAINS.contains(manifest.group())) {
            return name.length() <= LONGEST && SUBDOMAIN.matcher(name).matches()
                    ? Optional.empty()
                    : refused(name, "a DNS subdomain: at most 253 of a-z, 0-9, - and .");
        }
        var isPathSegment =
                !name.equals(".")
                        && !name.equals("..")
                        && name.chars().noneMatch(c -> c == '/' || c == '%' || c < ' ');
        return isPathSegment
                ? Optional.empty()
                : refused(name, "a segment of a path: without / and %");
    }

    private static Optional<String> refused(String name, String wanted) {
        return Optional.of("metadata.name \"%s\" is not %s".formatted(shown(name), wanted));
    }

    private static String shown(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST) + "...";
    }

    private ObjectName() {}
}
