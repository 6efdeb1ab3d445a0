package io.dabbawala.console.command;

import io.dabbawala.console.event.Order.Wanted;

/** A wish that is complete. */
public record Command(String application, Wanted wanted, Wish.Person person, Wish.Target target) {}
