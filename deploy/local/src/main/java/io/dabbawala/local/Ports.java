package io.dabbawala.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

    private static final int FOUNDATIONS = 4;

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
        var free = freePorts(FOUNDATIONS + SERVICES.size());
        var services = new TreeMap<String, Integer>();
        SERVICES.forEach(name -> services.put(name, free.get(FOUNDATIONS + services.size())));
        return new Ports(free.get(0), free.get(1), free.get(2), free.get(3), services);
    }

    /** All are held at the same time: asked for one after the other, one might come twice. */
    private static List<Integer> freePorts(int count) {
        var sockets = new ArrayList<ServerSocket>();
        try {
            while (sockets.size() < count) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            var ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
            for (var socket : sockets) {
                socket.close();
            }
            return ports;
        } catch (IOException e) {
            throw new UncheckedIOException("find free ports", e);
        }
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
