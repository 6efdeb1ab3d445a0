package io.dabbawala.compliancegate.policy;

import io.dabbawala.expressions.Compilation;
import io.dabbawala.expressions.Expressions;
import io.dabbawala.expressions.Limits;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds what the API server would be asked against the policies. */
public final class PolicyJudge {

    private static final List<String> VARIABLES =
            List.of("object", "oldObject", "request", "namespaceObject", "params", "variables");

    private final Expressions expressions;

    public PolicyJudge(Limits limits) {
        this.expressions = new Expressions(limits, VARIABLES);
    }

    /** All broken rules, by policy and in the order of its validations. */
    public List<Finding> judge(PolicyBook book, Admission admission) {
        return book.policies().stream()
                .filter(policy -> policy.constraints().match(admission))
                .flatMap(policy -> findings(book, policy, admission))
                .distinct()
                .toList();
    }

    /** What is wrong with a policy's expressions, whatever they are asked. */
    public Optional<String> problem(Policy policy) {
        return policy.expressions()
                .flatMap(
                        text ->
                                expressions.compile(text) instanceof Compilation.Refused(var reason)
                                        ? Stream.of("%s: %s".formatted(text, reason))
                                        : Stream.empty())
                .findFirst();
    }

    private Stream<Finding> findings(PolicyBook book, Policy policy, Admission admission) {
        return book.bindingsOf(policy).stream()
                .filter(binding -> binding.constraints().match(admission))
                .flatMap(binding -> findings(book, policy, binding, admission));
    }

    private Stream<Finding> findings(
            PolicyBook book, Policy policy, Binding binding, Admission admission) {
        var trial = new Trial(expressions, policy, binding.action(), admission);
        if (policy.paramKind().isEmpty() || binding.paramRef().isEmpty()) {
            return trial.findings(Optional.empty());
        }
        var parameters = book.parametersOf(policy, binding, admission);
        var allows =
                binding.paramRef()
                        .map(ref -> ref.text("parameterNotFoundAction").equals("Allow"))
                        .orElse(false);
        if (parameters.isEmpty() && !allows) {
            return trial.broken(0, Optional.empty(), "no object is found by its paramRef");
        }
        return parameters.stream().map(Optional::of).flatMap(trial::findings);
    }
}
