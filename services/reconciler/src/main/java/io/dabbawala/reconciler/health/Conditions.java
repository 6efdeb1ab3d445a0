package io.dabbawala.reconciler.health;

import io.dabbawala.reconciler.plan.LiveObject;
import io.dabbawala.reconciler.plan.Tree;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The conditions in an object's status. */
record Conditions(List<Condition> all) {

    record Condition(String type, String status, String reason, String message) {

        boolean isTrue() {
            return status.equals("True");
        }

        boolean isFalse() {
            return status.equals("False");
        }
    }

    static Conditions of(LiveObject object) {
        return of(Tree.list(object.content(), "status", "conditions"));
    }

    static Conditions of(List<?> conditions) {
        return new Conditions(
                conditions.stream()
                        .map(
                                one ->
                                        new Condition(
                                                Tree.text(one, "type"),
                                                Tree.text(one, "status"),
                                                Tree.text(one, "reason"),
                                                Tree.text(one, "message")))
                        .toList());
    }

    Optional<Condition> named(String type) {
        return stream().filter(one -> one.type().equals(type)).findFirst();
    }

    boolean isTrue(String type) {
        return named(type).filter(Condition::isTrue).isPresent();
    }

    Stream<Condition> stream() {
        return all.stream();
    }
}
