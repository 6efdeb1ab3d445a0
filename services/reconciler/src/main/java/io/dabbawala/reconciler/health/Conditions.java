package io.dabbawala.reconciler.health;

import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Tree;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The conditions in an object's status. */
public record Conditions(List<Condition> all) {

    public record Condition(String type, String status, String reason, String message) {

        public boolean isTrue() {
            return status.equals("True");
        }

        public boolean isFalse() {
            return status.equals("False");
        }
    }

    public static Conditions of(LiveObject object) {
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

    public Optional<Condition> named(String type) {
        return stream().filter(one -> one.type().equals(type)).findFirst();
    }

    public boolean isTrue(String type) {
        return named(type).filter(Condition::isTrue).isPresent();
    }

    public Stream<Condition> stream() {
        return all.stream();
    }
}
