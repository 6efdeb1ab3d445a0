package io.dabbawala.notifier.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Nobody is told anything before all routes are known. */
@Readiness
@ApplicationScoped
public class RoutesReadiness implements HealthCheck {

    private final RouteFollower routes;

    RoutesReadiness(RouteFollower routes) {
        this.routes = routes;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("declared routes").status(routes.hasReadAll()).build();
    }
}
