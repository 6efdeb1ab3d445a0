package io.dabbawala.compliancegate.plan;

/** Where an application goes: a cluster by name or by server, and a namespace. */
public record Destination(String name, String server, String namespace) {}
