package io.dabbawala.console.command;

/** What somebody asked for, as it came in: nothing is null, what was not said is empty. */
public record Wish(String application, String command, Person person, Target target) {

    public record Person(String actor, String reason) {}

    public record Target(String delivery, String digest, String revision) {}
}
