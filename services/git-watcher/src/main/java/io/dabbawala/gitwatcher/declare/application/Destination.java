package io.dabbawala.gitwatcher.declare.application;

public record Destination(String name, String server, String namespace) {}
