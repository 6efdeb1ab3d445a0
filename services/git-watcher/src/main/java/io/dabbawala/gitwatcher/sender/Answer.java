package io.dabbawala.gitwatcher.sender;

import java.util.List;

/** What an event turned out to say. */
public sealed interface Answer {

    /** Look there: at least one ref moved. */
    record Hint(List<Change> changes) implements Answer {

        public Hint {
            changes = List.copyOf(changes);
        }
    }

    /** Well understood, and nothing moved. */
    record Ignored(String reason) implements Answer {}

    /** Not what this sender sends. */
    record Refused(String reason) implements Answer {}
}
