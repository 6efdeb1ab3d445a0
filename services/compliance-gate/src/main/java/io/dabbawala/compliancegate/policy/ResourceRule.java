package io.dabbawala.compliancegate.policy;

import io.dabbawala.compliancegate.document.Document;
import java.util.List;

/** Which requests by resource and operation. */
record ResourceRule(
        List<String> groups,
        List<String> versions,
        List<String> resources,
        List<String> operations,
        List<String> names,
        String scope) {

    private static final String ANY = "*";

    static ResourceRule of(Document rule) {
        return new ResourceRule(
                rule.texts("apiGroups"),
                rule.texts("apiVersions"),
                rule.texts("resources"),
                rule.texts("operations"),
                rule.texts("resourceNames"),
                rule.text("scope", ANY));
    }

    boolean matches(Admission admission) {
        var ref = admission.ref();
        return names(groups, ref.group())
                && names(versions, ref.version())
                && (names(resources, admission.resource()) || resources.contains("*/*"))
                && names(operations, admission.operation().name())
                && (names.isEmpty() || names.contains(ref.name()))
                && isInScope(admission);
    }

    private boolean isInScope(Admission admission) {
        return switch (scope) {
            case "Namespaced" -> admission.isNamespaced();
            case "Cluster" -> !admission.isNamespaced();
            default -> true;
        };
    }

    private static boolean names(List<String> allowed, String value) {
        return allowed.contains(ANY) || allowed.contains(value);
    }
}
