package io.dabbawala.console.http;

import io.dabbawala.console.sql.Deliveries;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/deliveries")
public class DeliveriesResource {

    private final Deliveries deliveries;

    DeliveriesResource(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** Newest first. */
    @GET
    public List<DeliveryJson> newest(
            @RestQuery @DefaultValue("") String application,
            @RestQuery @DefaultValue("20") int limit) {
        return deliveries.newest(application, Limit.of(limit)).stream()
                .map(DeliveryJson::of)
                .toList();
    }

    @GET
    @Path("/{id}")
    public DeliveryJson.Detail one(String id) {
        return deliveries
                .named(id)
                .map(row -> DeliveryJson.Detail.of(row, deliveries.story(id)))
                .orElseThrow(
                        () ->
                                ProblemException.notFound(
                                        "delivery %s is not known; GET /api/deliveries lists the newest"
                                                .formatted(id)));
    }
}
