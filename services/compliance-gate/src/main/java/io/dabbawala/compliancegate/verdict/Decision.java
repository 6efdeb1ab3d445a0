package io.dabbawala.compliancegate.verdict;

import io.dabbawala.compliancegate.policy.Finding;
import java.util.List;

/** The gate's three answers. A reason begins with a code where something is in the way. */
public sealed interface Decision {

    String ADMITTED = "ADMITTED";
    String HELD = "HELD";

    String reason();

    List<Finding> findings();

    record Admitted(String reason, List<Finding> findings) implements Decision {}

    record Denied(String reason, List<Finding> findings) implements Decision {}

    /** Another answer follows when the reason is gone. */
    record Held(String reason, List<Finding> findings) implements Decision {}

    default String name() {
        return switch (this) {
            case Admitted _ -> ADMITTED;
            case Denied _ -> "DENIED";
            case Held _ -> HELD;
        };
    }

    /** What stays the same when the same answer is given again: the decision, and why. */
    default String step() {
        var colon = reason().indexOf(':');
        return switch (this) {
            case Admitted _ -> name();
            case Denied _, Held _ -> name() + "|" + reason().substring(0, Math.max(0, colon));
        };
    }
}
