package io.dabbawala.gitwatcher.kafka;

import io.dabbawala.gitwatcher.declare.repository.Sources;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Names the repositories whose host does not answer. The service is ready all the same: it goes on
 * with what it knows, and a rollback needs no host.
 */
@Readiness
@ApplicationScoped
public class HostsHealth implements HealthCheck {

    private final Hosts hosts;

    HostsHealth(Hosts hosts, Sources sources, MeterRegistry meters) {
        this.hosts = hosts;
        meters.gauge("git_watcher_repositories", sources, all -> all.all().size());
        meters.gauge("git_watcher_hosts_away", hosts, all -> all.away().size());
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("Git hosts").up();
        hosts.away().forEach(response::withData);
        return response.build();
    }
}
