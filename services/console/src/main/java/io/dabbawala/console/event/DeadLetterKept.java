package io.dabbawala.console.event;

/** A record that a service could not read was kept as it was. */
public record DeadLetterKept(Header header, String record, String service, String reason)
        implements Event {

    @Override
    public String application() {
        return "";
    }

    @Override
    public String summary() {
        return Sentence.because(
                "dead letter: %s could not read %s".formatted(service, record), reason);
    }
}
