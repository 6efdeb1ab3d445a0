package io.dabbawala.console.kafka;

import io.dabbawala.console.event.Header;
import io.dabbawala.console.event.Health;
import io.dabbawala.console.event.Measurement;
import io.dabbawala.console.event.ObjectRef;
import io.dabbawala.console.event.SyncCause;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What several messages share. */
final class Parts {

    /** The delivery of the header, else the one the event names itself. */
    static Header within(Header header, String delivery) {
        return header.delivery().isEmpty()
                ? new Header(
                        header.id(),
                        header.type(),
                        header.topic(),
                        header.source(),
                        header.subject(),
                        header.time(),
                        delivery,
                        header.cause())
                : header;
    }

    static ObjectRef object(io.dabbawala.events.ObjectRef ref) {
        return new ObjectRef(ref.getKind(), ref.getNamespace(), ref.getName());
    }

    static Health health(io.dabbawala.events.Health health) {
        return Health.valueOf(health.name());
    }

    static SyncCause cause(io.dabbawala.events.SyncCause cause) {
        return SyncCause.valueOf(cause.name());
    }

    static List<Measurement> measurements(List<io.dabbawala.events.Measurement> measured) {
        return measured.stream().map(Parts::measurement).toList();
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Measurement measurement(io.dabbawala.events.Measurement one) {
        return new Measurement(
                one.getMetric(),
                one.getClassification().name(),
                one.getValue(),
                one.getMinimum(),
                one.getMaximum(),
                one.getSamples(),
                Duration.ofSeconds(one.getWindowSeconds()),
                one.getPassed(),
                one.getReason());
    }

    private Parts() {}
}
