package io.dabbawala.compliancegate.verdict;

import io.dabbawala.compliancegate.document.Document;
import io.dabbawala.compliancegate.plan.Change;
import io.dabbawala.compliancegate.plan.Plan;
import io.dabbawala.compliancegate.policy.Admission;
import io.dabbawala.compliancegate.policy.ObjectRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the API server would be asked, were this plan carried out. */
record Admissions(Plan plan, List<Document> manifests) {

    List<Admission> all() {
        return plan.changes().stream().map(this::admission).toList();
    }

    private Admission admission(Change change) {
        var ref = change.object();
        var declared = manifests.stream().filter(it -> declares(it, ref)).findFirst();
        return switch (change.operation()) {
            case CREATE -> of(change, declared.or(() -> nameOnly(ref)), Optional.empty());
            case UPDATE, CONNECT ->
                    of(
                            change,
                            declared.or(() -> nameOnly(ref)),
                            declared.map(it -> Live.of(it, change.fields()))
                                    .or(() -> nameOnly(ref)));
            case DELETE -> of(change, Optional.empty(), nameOnly(ref));
        };
    }

    private Admission of(Change change, Optional<Document> object, Optional<Document> old) {
        var ref = change.object();
        return new Admission(
                change.operation(),
                ref,
                object.map(it -> placed(it, ref)),
                old.map(it -> placed(it, ref)),
                manifests.stream()
                        .filter(it -> it.kind().equals("Namespace"))
                        .filter(it -> it.name().equals(ref.namespace()))
                        .findFirst()
                        .map(Admissions::labelled),
                plan.requester());
    }

    /** A manifest without namespace goes to that of the destination, as its change says. */
    private boolean declares(Document manifest, ObjectRef ref) {
        return (ObjectRef.of(manifest).isNamedAs(ref) || generates(manifest, ref))
                && (manifest.namespace().equals(ref.namespace())
                        || manifest.namespace().isEmpty()
                                && ref.namespace().equals(plan.destination().namespace())
                        || ref.namespace().isEmpty());
    }

    /** A hook without a name is given one that begins as it says. */
    private static boolean generates(Document manifest, ObjectRef ref) {
        var beginning = manifest.at("metadata").text("generateName");
        return manifest.name().isEmpty()
                && !beginning.isEmpty()
                && ref.name().startsWith(beginning)
                && ObjectRef.of(manifest).group().equals(ref.group())
                && manifest.kind().equals(ref.kind());
    }

    private static Document placed(Document manifest, ObjectRef ref) {
        return ref.namespace().isEmpty() || manifest.namespace().equals(ref.namespace())
                ? manifest
                : manifest.with(
                        "metadata", manifest.at("metadata").with("namespace", ref.namespace()));
    }

    /** Every Namespace has its name as a label; the API server sees to it. */
    private static Document labelled(Document namespace) {
        var metadata = namespace.at("metadata");
        var labels = metadata.at("labels").with("kubernetes.io/metadata.name", namespace.name());
        return namespace.with("metadata", metadata.with("labels", labels));
    }

    private static Optional<Document> nameOnly(ObjectRef ref) {
        return Optional.of(
                new Document(
                        Map.of(
                                "apiVersion", ref.apiVersion(),
                                "kind", ref.kind(),
                                "metadata", Map.of("name", ref.name()))));
    }
}
