package io.dabbawala.compliancegate.policy;

import io.dabbawala.compliancegate.document.Document;
import java.util.List;

/** A label selector. Without requirements it matches everything. */
record LabelSelector(Document labels, List<Document> expressions) {

    static LabelSelector of(Document selector) {
        return new LabelSelector(
                selector.at("matchLabels"), selector.documents("matchExpressions"));
    }

    boolean isEmpty() {
        return labels.json().isEmpty() && expressions.isEmpty();
    }

    /** Whether the labels of this object match. */
    boolean matches(Document object) {
        var found = object.at("metadata").at("labels");
        return labels.json().keySet().stream()
                        .allMatch(key -> found.has(key) && labels.text(key).equals(found.text(key)))
                && expressions.stream().allMatch(requirement -> matches(requirement, found));
    }

    private static boolean matches(Document requirement, Document found) {
        var key = requirement.text("key");
        var values = requirement.texts("values");
        return switch (requirement.text("operator")) {
            case "In" -> found.has(key) && values.contains(found.text(key));
            case "NotIn" -> !found.has(key) || !values.contains(found.text(key));
            case "Exists" -> found.has(key);
            case "DoesNotExist" -> !found.has(key);
            default -> false;
        };
    }
}
