package io.dabbawala.reconciler.rollout;

import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.object.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The Services in front of the pods: one for each track, and the one users call. Their type stays
 * what it is.
 */
record RolloutServices(Canary canary, SelectorLabel label, Map<String, Object> podSpec) {

    private static final Set<String> SIDECARS = Set.of("istio-proxy", "envoy");

    Manifest apex() {
        return service(canary.apexService(), "apex", label.primary());
    }

    /** The apex as it was before there was a rollout. */
    Manifest revertedApex() {
        return service(canary.apexService(), "apex", label);
    }

    Manifest primary() {
        return service(canary.primaryService(), "primary", label.primary());
    }

    Manifest canaryTrack() {
        return service(canary.canaryService(), "canary", label);
    }

    private Manifest service(ObjectRef ref, String track, SelectorLabel selector) {
        var declared = Tree.map(canary.service(), track);
        var labels = new LinkedHashMap<>(Tree.map(declared, "labels"));
        labels.put(label.key(), ref.name());
        var annotations = new LinkedHashMap<>(Tree.map(declared, "annotations"));
        annotations.put(Generated.CANARY, canary.name());
        var spec = new LinkedHashMap<String, Object>();
        spec.put("selector", selector.asMap());
        spec.put("ports", ports());
        if (Tree.flag(canary.service(), "headless")) {
            spec.put("clusterIP", "None");
        }
        return Generated.object(ref, labels, annotations, Map.of("spec", spec));
    }

    private List<Object> ports() {
        var port = new LinkedHashMap<String, Object>();
        var name = Tree.text(canary.service(), "portName");
        port.put("name", name.isEmpty() ? "http" : name);
        port.put("port", canary.port());
        port.put("protocol", "TCP");
        port.put("targetPort", targetPort());
        Tree.at(canary.service(), "appProtocol").ifPresent(it -> port.put("appProtocol", it));
        var ports = new ArrayList<Object>();
        ports.add(port);
        if (Tree.flag(canary.service(), "portDiscovery")) {
            Tree.list(podSpec, "containers").stream()
                    .filter(container -> !SIDECARS.contains(Tree.text(container, "name")))
                    .flatMap(container -> Tree.list(container, "ports").stream())
                    .filter(this::isAnother)
                    .map(RolloutServices::discovered)
                    .forEach(ports::add);
        }
        return ports;
    }

    private Object targetPort() {
        return Tree.at(canary.service(), "targetPort")
                .map(declared -> asNumber(declared.toString()))
                .orElse(canary.port());
    }

    private static Object asNumber(String text) {
        return text.matches("\\d{1,5}") ? (Object) Integer.valueOf(text) : text;
    }

    private boolean isAnother(Object containerPort) {
        var number = Tree.text(containerPort, "containerPort");
        var target = targetPort().toString();
        return !number.equals(target)
                && !Tree.text(containerPort, "name").equals(target)
                && !number.equals(Integer.toString(canary.port()));
    }

    private static Object discovered(Object containerPort) {
        var number = Tree.text(containerPort, "containerPort");
        var name = Tree.text(containerPort, "name");
        return Map.of(
                "name",
                name.isEmpty() ? "tcp-" + number : name,
                "port",
                asNumber(number),
                "protocol",
                "TCP",
                "targetPort",
                asNumber(number));
    }
}
