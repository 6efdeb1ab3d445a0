package io.dabbawala.local;

import io.dabbawala.testkit.LocalBroker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Who listens where, all on loopback.
 *
 * @param messages where Slack messages and SMS go instead of the providers
 */
public record Ports(
        int broker,
        int registry,
        int registryManagement,
        int messages,
        Map<String, Integer> services) {

    public static final List<String> SERVICES =
            List.of(
                    "git-watcher",
                    "reconciler",
                    "rollout-analyzer",
                    "compliance-gate",
                    "notifier",
                    "console");

    public Ports {
        services = Map.copyOf(services);
    }

    /** The ports the documentation names. */
    public static Ports standard() {
        return new Ports(
                9092,
                8081,
                8082,
                8106,
                Map.of(
                        "console", 8100,
                        "git-watcher", 8101,
                        "reconciler", 8102,
                        "rollout-analyzer", 8103,
                        "compliance-gate", 8104,
                        "notifier", 8105));
    }

    /** Ports nobody uses now, so that a second platform disturbs nobody. */
    public static Ports free() {
        return new Ports(
                LocalBroker.freePort(),
                LocalBroker.freePort(),
                LocalBroker.freePort(),
                LocalBroker.freePort(),
                SERVICES.stream()
                        .collect(Collectors.toMap(name -> name, _ -> LocalBroker.freePort())));
    }

    public int of(String service) {
        var port = services.get(service);
        if (port == null) {
            throw new IllegalArgumentException("no service is called " + service);
        }
        return port;
    }

    /** Ports of these that somebody else listens on, with the program that wants them. */
    public Map<Integer, String> taken() {
        var wanted = new TreeMap<Integer, String>();
        services.forEach((service, port) -> wanted.put(port, service));
        wanted.put(broker, "broker");
        wanted.put(registry, "registry");
        wanted.put(registryManagement, "registry's management");
        wanted.put(messages, "message sink");
        wanted.keySet().removeIf(port -> !isTaken(port));
        return wanted;
    }

    private static boolean isTaken(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return false;
        } catch (IOException _) {
            return true;
        }
    }
}
