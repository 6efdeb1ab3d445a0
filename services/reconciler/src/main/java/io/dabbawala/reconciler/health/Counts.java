package io.dabbawala.reconciler.health;

import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Tree;

/** Numbers of a workload; what is absent is 0. */
record Counts(LiveObject object) {

    long spec(String field) {
        return Tree.number(object.content(), "spec", field).orElse(0);
    }

    long status(String field) {
        return Tree.number(object.content(), "status", field).orElse(0);
    }

    /** Whether the controller has not looked at the newest specification yet. */
    boolean isBehind() {
        return Tree.number(object.content(), "metadata", "generation").orElse(0)
                > status("observedGeneration");
    }

    boolean declares(String field) {
        return Tree.at(object.content(), "spec", field).isPresent();
    }
}
