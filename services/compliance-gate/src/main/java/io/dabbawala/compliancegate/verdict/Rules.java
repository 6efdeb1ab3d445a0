package io.dabbawala.compliancegate.verdict;

import io.dabbawala.compliancegate.approval.ApprovalRule;
import io.dabbawala.compliancegate.document.Document;
import io.dabbawala.compliancegate.policy.PolicyBook;
import java.util.List;

/**
 * What is declared for the gate.
 *
 * @param digest hexadecimal SHA-256 over all of it
 */
public record Rules(
        PolicyBook policies, List<Document> projects, List<ApprovalRule> approvals, String digest) {

    private static final String ARGO_NAMESPACE = "argocd";

    /** From declared objects of any kind. */
    public static Rules of(List<Document> objects, String digest) {
        return new Rules(
                PolicyBook.of(objects),
                objects.stream().filter(it -> it.kind().equals("AppProject")).toList(),
                objects.stream()
                        .filter(it -> it.kind().equals("Gate"))
                        .filter(it -> it.group().equals("dabbawala.io"))
                        .map(ApprovalRule::of)
                        .toList(),
                digest);
    }

    /** A project nobody declared has no windows. */
    Document project(String name) {
        return projects.stream()
                .filter(it -> it.name().equals(name))
                .filter(it -> it.namespace().isEmpty() || it.namespace().equals(ARGO_NAMESPACE))
                .findFirst()
                .orElse(Document.EMPTY);
    }
}
