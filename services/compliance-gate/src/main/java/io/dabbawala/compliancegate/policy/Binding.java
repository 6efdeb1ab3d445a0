package io.dabbawala.compliancegate.policy;

import io.dabbawala.compliancegate.document.Document;
import java.util.Arrays;
import java.util.Optional;

/** Where a policy applies, with which parameters, and what a broken rule leads to. */
record Binding(String policy, Action action, Constraints constraints, Optional<Document> paramRef) {

    static Binding of(Document binding) {
        var spec = binding.spec();
        var actions = spec.texts("validationActions");
        return new Binding(
                spec.text("policyName"),
                Arrays.stream(Action.values())
                        .filter(action -> actions.contains(action.word()))
                        .findFirst()
                        .orElse(Action.DENY),
                Constraints.of(spec.at("matchResources")),
                spec.has("paramRef") ? Optional.of(spec.at("paramRef")) : Optional.empty());
    }

    /** For a policy that nobody bound. */
    static Binding everywhere(String policy) {
        return new Binding(policy, Action.DENY, Constraints.of(Document.EMPTY), Optional.empty());
    }
}
