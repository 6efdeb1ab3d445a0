package io.dabbawala.compliancegate.policy;

import java.util.Optional;

/** One broken rule on one object; field is the JSON pointer the rule is about. */
public record Finding(
        String policy,
        int validation,
        Action action,
        ObjectRef object,
        Optional<String> field,
        String message) {

    public boolean denies() {
        return action == Action.DENY;
    }
}
