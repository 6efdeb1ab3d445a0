package io.dabbawala.testkit.twin.api;

import static io.dabbawala.testkit.twin.api.Defaults.absent;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the server fills in in a Service; its address is given when it is created. */
final class ServiceDefaults {

    private ServiceDefaults() {}

    static void fill(ObjectNode spec) {
        absent(spec, "sessionAffinity", "None");
        absent(spec, "type", "ClusterIP");
        var type = spec.get("type").asText();
        spec.path("ports")
                .forEach(
                        port -> {
                            absent((ObjectNode) port, "protocol", "TCP");
                            if (!port.has("targetPort") && !type.equals("ExternalName")) {
                                ((ObjectNode) port).set("targetPort", port.path("port"));
                            }
                        });
        if (type.equals("ExternalName")) {
            return;
        }
        absent(spec, "internalTrafficPolicy", "Cluster");
        if (!type.equals("ClusterIP")) {
            absent(spec, "externalTrafficPolicy", "Cluster");
        }
        if (type.equals("LoadBalancer")) {
            absent(spec, "allocateLoadBalancerNodePorts", true);
        }
    }

    /** Gives it its address, which it keeps: {@code number} is one nobody had before. */
    static void allocate(ObjectNode spec, int number) {
        if (spec.path("type").asText().equals("ExternalName")) {
            return;
        }
        absent(spec, "clusterIP", "10.0." + number / 250 + "." + (number % 250 + 2));
        if (!spec.has("clusterIPs")) {
            spec.putArray("clusterIPs").add(spec.get("clusterIP").asText());
        }
        if (!spec.has("ipFamilies")) {
            spec.putArray("ipFamilies").add("IPv4");
        }
        absent(spec, "ipFamilyPolicy", "SingleStack");
    }
}
