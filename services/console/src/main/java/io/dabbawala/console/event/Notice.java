package io.dabbawala.console.event;

/** People outside were told about an event, or could not be. */
public record Notice(
        Header header,
        String application,
        boolean delivered,
        String channel,
        String recipient,
        String eventType,
        String reason)
        implements Event {

    @Override
    public String summary() {
        return delivered
                ? "%s told %s about %s".formatted(channel, recipient, eventType)
                : Sentence.because(
                        "%s could not tell %s about %s".formatted(channel, recipient, eventType),
                        Reason.said(reason));
    }
}
