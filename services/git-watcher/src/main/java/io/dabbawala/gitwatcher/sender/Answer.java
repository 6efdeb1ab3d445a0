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

    /** A push of these branches and tags; of none if it moved something else. */
    static Answer push(List<Change> changes) {
        return changes.isEmpty()
                ? new Ignored("the push names no branch and no tag")
                : new Hint(changes);
    }

    /** An event that does not say what it is about. */
    static Answer noPullRequest() {
        return new Refused("the event names no pull request or no repository");
    }
}
