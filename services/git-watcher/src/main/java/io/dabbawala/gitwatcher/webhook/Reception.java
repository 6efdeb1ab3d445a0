package io.dabbawala.gitwatcher.webhook;

import io.dabbawala.gitwatcher.watch.Hint;
import java.util.List;

/** What became of a webhook. */
public sealed interface Reception {

    /**
     * @param delivery how its sender numbers it; empty if it does not
     */
    record Accepted(List<Hint> hints, String delivery) implements Reception {

        public Accepted {
            hints = List.copyOf(hints);
        }
    }

    /** It came before, and Kafka has what it said. */
    record Known() implements Reception {}

    /** Genuine, and about something nobody here acts on. */
    record Ignored() implements Reception {}

    /** Not genuine; which of the many reasons it is stays here. */
    record Unauthorized() implements Reception {}

    record Malformed() implements Reception {}

    record UnknownRepository() implements Reception {}
}
