package io.dabbawala.console.event;

/** Somebody wanted something. Digest, delivery and revision are empty where they are not meant. */
public record Order(
        Header header,
        String application,
        Wanted wanted,
        String actor,
        String reason,
        String digest,
        String revision)
        implements Event {

    public enum Wanted {
        UNKNOWN("unknown"),
        APPROVE("approve"),
        REJECT("reject"),
        SYNC("sync"),
        ROLL_BACK("rollback"),
        PAUSE("pause"),
        RESUME("resume"),
        PROMOTE("promote"),
        FREEZE("freeze"),
        BREAK_GLASS("break-glass"),
        LIFT_QUARANTINE("lift-quarantine"),
        TERMINATE("terminate");

        private final String word;

        Wanted(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    @Override
    public String summary() {
        return Sentence.because(
                "%s: %s %s%s"
                        .formatted(
                                actor,
                                wanted.word(),
                                application,
                                revision.isEmpty() ? "" : " to " + Sentence.revision(revision)),
                reason);
    }
}
