package io.dabbawala.console.http;

import io.dabbawala.console.sql.Applications;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

@Path("/api/applications")
public class ApplicationsResource {

    private final Applications applications;

    ApplicationsResource(Applications applications) {
        this.applications = applications;
    }

    @GET
    public List<ApplicationJson> all() {
        return applications.declared().stream().map(ApplicationJson::of).toList();
    }

    @GET
    @Path("/{namespace}/{name}")
    public ApplicationJson.Detail one(String namespace, String name) {
        return ApplicationJson.Detail.of(named(namespace, name));
    }

    @GET
    @Path("/{namespace}/{name}/why")
    public WhyJson why(String namespace, String name) {
        return WhyJson.of(named(namespace, name).view());
    }

    private Applications.Row named(String namespace, String name) {
        return applications
                .named(namespace + "/" + name)
                .orElseThrow(
                        () ->
                                ProblemException.notFound(
                                        "application %s/%s is not known; GET /api/applications lists those that are"
                                                .formatted(namespace, name)));
    }
}
