package io.dabbawala.reconciler.application;

/** Where an application goes: a cluster by name or address, and the namespace by default. */
public record Destination(String name, String server, String namespace) {

    /** As in a message to a person. */
    public String cluster() {
        return name.isEmpty() ? server : name;
    }
}
