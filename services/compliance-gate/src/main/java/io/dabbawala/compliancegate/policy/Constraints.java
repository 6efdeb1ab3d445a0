package io.dabbawala.compliancegate.policy;

import io.dabbawala.compliancegate.document.Document;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code matchConstraints} of a policy or {@code matchResources} of a binding. No rules at all mean
 * every resource.
 */
record Constraints(
        List<ResourceRule> included,
        List<ResourceRule> excluded,
        LabelSelector namespaces,
        LabelSelector objects) {

    static Constraints of(Document match) {
        return new Constraints(
                match.documents("resourceRules").stream().map(ResourceRule::of).toList(),
                match.documents("excludeResourceRules").stream().map(ResourceRule::of).toList(),
                LabelSelector.of(match.at("namespaceSelector")),
                LabelSelector.of(match.at("objectSelector")));
    }

    boolean match(Admission admission) {
        return (included.isEmpty() || included.stream().anyMatch(rule -> rule.matches(admission)))
                && excluded.stream().noneMatch(rule -> rule.matches(admission))
                && matchNamespace(admission)
                && matchObject(admission);
    }

    /** A cluster-scoped object is in no namespace, so none excludes it; a Namespace is its own. */
    private boolean matchNamespace(Admission admission) {
        if (namespaces.isEmpty()) {
            return true;
        }
        if (admission.ref().kind().equals("Namespace") && admission.ref().group().isEmpty()) {
            return states(admission).anyMatch(namespaces::matches);
        }
        return admission.namespaceObject().map(namespaces::matches).orElse(true);
    }

    private boolean matchObject(Admission admission) {
        return objects.isEmpty() || states(admission).anyMatch(objects::matches);
    }

    private static Stream<Document> states(Admission admission) {
        return Stream.concat(admission.object().stream(), admission.old().stream());
    }
}
