package io.dabbawala.compliancegate.policy;

import io.dabbawala.compliancegate.document.Document;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The policies in force, their bindings, and the objects that may be their parameters. */
public record PolicyBook(List<Policy> policies, List<Binding> bindings, List<Document> parameters) {

    public static final PolicyBook EMPTY = new PolicyBook(List.of(), List.of(), List.of());

    private static final String POLICY = "ValidatingAdmissionPolicy";
    private static final String BINDING = "ValidatingAdmissionPolicyBinding";

    /** From declared objects of any kind. */
    public static PolicyBook of(List<Document> objects) {
        return new PolicyBook(
                objects.stream()
                        .filter(object -> object.kind().equals(POLICY))
                        .map(Policy::of)
                        .sorted(Comparator.comparing(Policy::name))
                        .toList(),
                objects.stream()
                        .filter(object -> object.kind().equals(BINDING))
                        .map(Binding::of)
                        .toList(),
                objects);
    }

    List<Binding> bindingsOf(Policy policy) {
        var own = bindings.stream().filter(it -> it.policy().equals(policy.name())).toList();
        return own.isEmpty() ? List.of(Binding.everywhere(policy.name())) : own;
    }

    /**
     * What the binding's paramRef finds: by name or by labels, in its namespace or in that of the
     * object.
     */
    List<Document> parametersOf(Policy policy, Binding binding, Admission admission) {
        return policy.paramKind()
                .flatMap(kind -> binding.paramRef().map(ref -> parameters(kind, ref, admission)))
                .orElse(List.of());
    }

    private List<Document> parameters(Policy.ParamKind kind, Document ref, Admission admission) {
        var namespace =
                Optional.of(ref.text("namespace"))
                        .filter(text -> !text.isEmpty())
                        .orElse(admission.ref().namespace());
        var selector = LabelSelector.of(ref.at("selector"));
        return parameters.stream()
                .filter(kind::is)
                .filter(it -> it.namespace().isEmpty() || it.namespace().equals(namespace))
                .filter(
                        it ->
                                ref.has("name")
                                        ? it.name().equals(ref.text("name"))
                                        : selector.matches(it))
                .toList();
    }
}
