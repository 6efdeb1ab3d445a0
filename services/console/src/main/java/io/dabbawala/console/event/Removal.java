package io.dabbawala.console.event;

/** Nothing is declared under a key any more. */
public record Removal(Header header, String application, String key) implements Event {

    @Override
    public String summary() {
        return "removed from %s: %s".formatted(header.topic(), key);
    }
}
