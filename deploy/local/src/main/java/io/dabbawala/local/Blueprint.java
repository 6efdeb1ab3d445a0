package io.dabbawala.local;

import io.dabbawala.local.cluster.ClusterChoice;
import io.dabbawala.local.kafka.BrokerChoice;
import io.dabbawala.local.process.Java;
import java.util.List;

/**
 * What to start, and where.
 *
 * @param services those to start, by name
 * @param isRehearsal whether the JVMs keep what they load, for quicker starts from then on
 */
public record Blueprint(
        Layout layout,
        Ports ports,
        BrokerChoice broker,
        ClusterChoice cluster,
        Delivery delivery,
        List<String> services,
        boolean isRehearsal) {

    public Blueprint {
        services = List.copyOf(services);
    }

    /** All services. */
    public Blueprint(
            Layout layout,
            Ports ports,
            BrokerChoice broker,
            ClusterChoice cluster,
            Delivery delivery) {
        this(layout, ports, broker, cluster, delivery, Ports.SERVICES, false);
    }

    /** With a broker of its own. */
    public static Blueprint of(
            Layout layout, Ports ports, ClusterChoice cluster, Delivery delivery) {
        return new Blueprint(layout, ports, new BrokerChoice.Own(), cluster, delivery);
    }

    /** The same with these services only. */
    public Blueprint only(List<String> some) {
        return new Blueprint(layout, ports, broker, cluster, delivery, some, isRehearsal);
    }

    /** The same, to learn from. */
    public Blueprint rehearsing() {
        return new Blueprint(layout, ports, broker, cluster, delivery, services, true);
    }

    Java.Cache cache(String program) {
        return new Java.Cache(layout.cache(program), isRehearsal);
    }

    String bootstrapServers() {
        return switch (broker) {
            case BrokerChoice.Own _ -> "127.0.0.1:" + ports.broker();
            case BrokerChoice.Existing(var servers) -> servers;
        };
    }
}
