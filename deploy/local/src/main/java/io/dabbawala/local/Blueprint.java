package io.dabbawala.local;

import io.dabbawala.local.cluster.ClusterChoice;
import io.dabbawala.local.kafka.BrokerChoice;

/** What to start, and where. */
public record Blueprint(
        Layout layout, Ports ports, BrokerChoice broker, ClusterChoice cluster, Delivery delivery) {

    /** With a broker of its own. */
    public static Blueprint of(
            Layout layout, Ports ports, ClusterChoice cluster, Delivery delivery) {
        return new Blueprint(layout, ports, new BrokerChoice.Own(), cluster, delivery);
    }

    String bootstrapServers() {
        return switch (broker) {
            case BrokerChoice.Own _ -> "127.0.0.1:" + ports.broker();
            case BrokerChoice.Existing(var servers) -> servers;
        };
    }
}
