package io.dabbawala.gitwatcher.declare;

public record Destination(String name, String server, String namespace) {}
