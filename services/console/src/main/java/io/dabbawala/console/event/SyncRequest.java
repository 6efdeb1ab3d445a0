package io.dabbawala.console.event;

/** The reconciler asks whether it may carry out a plan. */
public record SyncRequest(
        Header header,
        String application,
        long generation,
        String revision,
        String planDigest,
        int changes,
        String requester,
        String reason)
        implements Event {

    @Override
    public String summary() {
        return Sentence.because(
                "%s asks to sync %s with %d change%s"
                        .formatted(
                                requester,
                                Sentence.revision(revision),
                                changes,
                                changes == 1 ? "" : "s"),
                Reason.said(reason));
    }
}
