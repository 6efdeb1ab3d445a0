package io.dabbawala.console.http;

import io.dabbawala.console.sql.DatabaseAway;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every way a request can fail, as a problem. */
final class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    @ServerExceptionMapper
    Response map(ProblemException e, UriInfo uri) {
        return response(e.status(), String.valueOf(e.getMessage()), uri);
    }

    @ServerExceptionMapper
    Response map(DatabaseAway e, UriInfo uri) {
        LOG.warnf("request not answered: path=%s reason=%s", uri.getPath(), e.getMessage());
        return response(
                Status.SERVICE_UNAVAILABLE, "the console's database is away; try again", uri);
    }

    /** What the framework found: no such path, a body that is not JSON, a wrong method. */
    @ServerExceptionMapper
    Response map(WebApplicationException e, UriInfo uri) {
        var status = e.getResponse().getStatusInfo();
        var cause = e.getCause();
        var detail =
                cause == null || cause.getMessage() == null
                        ? String.valueOf(e.getMessage())
                        : cause.getMessage().lines().findFirst().orElse("");
        return response(status, detail, uri);
    }

    @ServerExceptionMapper
    Response map(RuntimeException e, UriInfo uri) {
        LOG.errorf(e, "request failed: path=%s", uri.getPath());
        return response(
                Status.INTERNAL_SERVER_ERROR,
                "the console failed to answer this; its log says why",
                uri);
    }

    private static Response response(Response.StatusType status, String detail, UriInfo uri) {
        return Response.status(status)
                .type(Problem.MEDIA_TYPE)
                .entity(
                        Problem.of(
                                status.getStatusCode(),
                                status.getReasonPhrase(),
                                detail,
                                uri.getPath()))
                .build();
    }
}
