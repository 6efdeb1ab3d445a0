package io.dabbawala.notifier.route;

/** Somebody who has to be told, and the route that says so. */
public record Due(String route, Target target) {}
