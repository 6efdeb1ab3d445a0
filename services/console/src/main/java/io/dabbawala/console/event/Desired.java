package io.dabbawala.console.event;

import org.jspecify.annotations.Nullable;

/** What an application should be; with a problem, the last good state. */
public record Desired(
        Header header,
        String application,
        String revision,
        long generation,
        String digest,
        SyncCause cause,
        boolean automated,
        boolean selfHeal,
        @Nullable Problem problem)
        implements Event {

    @Override
    public String summary() {
        if (problem != null) {
            return problem.sentence()
                    + (generation == 0 ? "" : "; stays at " + Sentence.revision(revision));
        }
        return "desired state %d is revision %s%s"
                .formatted(
                        generation,
                        Sentence.revision(revision),
                        cause == SyncCause.ROLLBACK ? " again, after a rollback" : "");
    }
}
