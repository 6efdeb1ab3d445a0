package io.dabbawala.reconciler.kafka;

import io.dabbawala.events.Topics;
import io.dabbawala.platform.Inbox;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.errors.InterruptException;
import org.jboss.logging.Logger;

/** Reads the declarations, all of them, at every start, and then what comes. */
@ApplicationScoped
public class CanaryTable {

    private static final Logger LOG = Logger.getLogger(CanaryTable.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Map<String, Object> broker;
    private final CanaryReader reader;
    private final RolloutLooks looks;
    private final Thread thread = new Thread(this::run, "canaries");

    CanaryTable(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            Inbox inbox,
            RolloutLooks looks) {
        this.broker = Map.copyOf(broker);
        this.reader = new CanaryReader(inbox, looks);
        this.looks = looks;
    }

    void start(@Observes StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        thread.interrupt();
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                follow();
            } catch (InterruptException _) {
                return;
            } catch (RuntimeException e) { // the broker or the registry is away: begin anew
                LOG.warnf(e, "declarations not read, tried again");
                pause();
            }
        }
    }

    private void follow() {
        try (var tail = Tail.fromTheBeginning(broker, Topics.DECLARATIONS)) {
            tail.readToTheEnd(reader::read);
            looks.complete();
            while (!Thread.currentThread().isInterrupted()) {
                tail.read(reader::read);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
