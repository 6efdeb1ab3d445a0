package io.dabbawala.console.event;

import org.jspecify.annotations.Nullable;

/** One broken rule on one object; field is null when the rule names none. */
public record Finding(
        String policy, String action, ObjectRef object, @Nullable String field, String message) {

    public boolean isDenying() {
        return action.equals("Deny");
    }

    public String sentence() {
        return "policy %s: %s%s %s"
                .formatted(policy, object, field == null ? "" : " " + field, message);
    }
}
