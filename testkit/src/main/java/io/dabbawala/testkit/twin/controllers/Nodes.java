package io.dabbawala.testkit.twin.controllers;

/** The machines pods are put on; they are always ready. */
final class Nodes {

    static final int COUNT = 2;

    private Nodes() {}

    static void join(OwnedObjects objects) {
        for (int i = 0; i < COUNT; i++) {
            var node = OwnedObjects.object();
            var metadata = node.putObject("metadata").put("name", "node-" + i);
            metadata.putObject("labels").put("kubernetes.io/hostname", "node-" + i);
            var live = objects.create("", "nodes", node);
            var status = OwnedObjects.object();
            Conditions.add(
                    status.putArray("conditions"),
                    new Conditions.Condition(
                            "Ready", true, "KubeletReady", "kubelet is posting ready status"),
                    OwnedObjects.timestamp(objects.now()));
            objects.updateStatus(live, status);
        }
    }
}
