package io.dabbawala.compliancegate.policy;

import io.dabbawala.compliancegate.document.Document;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A ValidatingAdmissionPolicy. */
public record Policy(
        String name,
        boolean failsClosed,
        Constraints constraints,
        List<Named> conditions,
        List<Named> variables,
        List<Validation> validations,
        Optional<ParamKind> paramKind) {

    /** An expression with a name: a match condition or a variable. */
    record Named(String name, String expression) {
        static Named of(Document it) {
            return new Named(it.text("name"), it.text("expression"));
        }
    }

    record Validation(String expression, String message, String messageExpression, String reason) {
        static Validation of(Document it) {
            return new Validation(
                    it.text("expression"),
                    it.text("message"),
                    it.text("messageExpression"),
                    it.text("reason", "Invalid"));
        }
    }

    record ParamKind(String apiVersion, String kind) {
        boolean is(Document object) {
            return kind.equals(object.kind()) && apiVersion.equals(object.apiVersion());
        }
    }

    public static Policy of(Document policy) {
        var spec = policy.spec();
        return new Policy(
                policy.name(),
                !spec.text("failurePolicy", "Fail").equals("Ignore"),
                Constraints.of(spec.at("matchConstraints")),
                spec.documents("matchConditions").stream().map(Named::of).toList(),
                spec.documents("variables").stream().map(Named::of).toList(),
                spec.documents("validations").stream().map(Validation::of).toList(),
                spec.has("paramKind")
                        ? Optional.of(
                                new ParamKind(
                                        spec.at("paramKind").text("apiVersion"),
                                        spec.at("paramKind").text("kind")))
                        : Optional.empty());
    }

    /** Every expression of it. */
    Stream<String> expressions() {
        return Stream.of(
                        conditions.stream().map(Named::expression),
                        variables.stream().map(Named::expression),
                        validations.stream().map(Validation::expression),
                        validations.stream()
                                .map(Validation::messageExpression)
                                .filter(text -> !text.isEmpty()))
                .flatMap(it -> it);
    }
}
