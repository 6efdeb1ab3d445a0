package io.dabbawala.reconciler.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.TreeMap;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once every desired state is known; says who waits, and for what. */
@Readiness
@ApplicationScoped
public class WaitingCheck implements HealthCheck {

    private static final int SHOWN = 20;

    private final Applications applications;

    WaitingCheck(Applications applications, MeterRegistry meters) {
        this.applications = applications;
        meters.gauge("reconciler_waiting_applications", applications, all -> all.waiting().size());
    }

    @Override
    public HealthCheckResponse call() {
        var answer =
                HealthCheckResponse.named("desired states are known")
                        .status(applications.isLoaded());
        var waiting = new TreeMap<>(applications.waiting());
        answer.withData("waiting", waiting.size());
        waiting.entrySet().stream()
                .limit(SHOWN)
                .forEach(entry -> answer.withData(entry.getKey(), entry.getValue()));
        return answer.build();
    }
}
