package io.dabbawala.rolloutanalyzer.canary;

/** What a person wants from a rollout. */
public sealed interface Wish {

    record Pause() implements Wish {}

    record Resume() implements Wish {}

    record Promote(String by) implements Wish {}

    record RollBack(String by) implements Wish {}
}
