package io.dabbawala.gitwatcher.http;

import io.dabbawala.gitwatcher.kafka.HintSender;
import io.dabbawala.gitwatcher.sender.Delivery;
import io.dabbawala.gitwatcher.sender.Headers;
import io.dabbawala.gitwatcher.sender.Sender;
import io.dabbawala.gitwatcher.webhook.Intake;
import io.dabbawala.gitwatcher.webhook.Reception;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

@Path("/webhooks/{provider}")
@Blocking
public class WebhookResource {

    private static final Logger LOG = Logger.getLogger(WebhookResource.class);
    private static final Duration WHILE_OTHERS_ARE_SERVED = Duration.ofSeconds(1);
    private static final Duration WHILE_KAFKA_IS_AWAY = Duration.ofSeconds(10);

    private final Intake intake;
    private final HintSender hints;
    private final Allowance allowance;
    private final Capacity capacity;
    private final MeterRegistry meters;
    private final Clock clock;

    WebhookResource(
            Intake intake,
            HintSender hints,
            Allowance allowance,
            Capacity capacity,
            MeterRegistry meters,
            Clock clock) {
        this.intake = intake;
        this.hints = hints;
        this.allowance = allowance;
        this.capacity = capacity;
        this.meters = meters;
        this.clock = clock;
    }

    @POST
    public Response post(
            @PathParam("provider") String provider,
            @Context HttpServerRequest request,
            @Context HttpHeaders headers,
            byte @Nullable [] body) {
        var delivery =
                new Delivery(
                        new Headers(headers.getRequestHeaders()),
                        body == null ? new byte[0] : body);
        var response =
                Sender.named(provider)
                        .map(sender -> admit(sender, delivery, addressOf(request)))
                        .orElseGet(() -> Response.status(Status.NOT_FOUND).build());
        meters.counter("git_watcher_webhooks", "status", "" + response.getStatus()).increment();
        return response;
    }

    private Response admit(Sender sender, Delivery delivery, String address) {
        if (!capacity.takes(sender, delivery.body().length)) {
            return Response.status(Status.REQUEST_ENTITY_TOO_LARGE).build();
        }
        return capacity.within(() -> receive(sender, delivery, address))
                .orElseGet(() -> comeAgain(Status.SERVICE_UNAVAILABLE, WHILE_OTHERS_ARE_SERVED));
    }

    /**
     * Who is proved is counted by what proves him, everybody else by where he comes from: strangers
     * use up nobody's allowance but their own.
     */
    private Response receive(Sender sender, Delivery delivery, String address) {
        var now = clock.instant();
        var proved = intake.proved(sender, delivery, now);
        var who = proved.isEmpty() ? "from " + address : proved.getFirst().repository();
        return allowance
                .wait(sender.name() + " " + who)
                .map(wait -> comeAgain(Status.TOO_MANY_REQUESTS, wait))
                .orElseGet(() -> respond(intake.receive(sender, delivery, proved, now)));
    }

    private Response respond(Reception reception) {
        return switch (reception) {
            case Reception.Accepted accepted -> accepted(accepted);
            case Reception.Known _ -> Response.accepted().build();
            case Reception.Ignored _ -> Response.noContent().build();
            case Reception.Unauthorized _ -> Response.status(Status.UNAUTHORIZED).build();
            case Reception.Malformed _ -> Response.status(Status.BAD_REQUEST).build();
            case Reception.UnknownRepository _ -> Response.status(Status.NOT_FOUND).build();
        };
    }

    private Response accepted(Reception.Accepted accepted) {
        try {
            accepted.hints().forEach(hints::sendAndLook);
            intake.remember(accepted);
            return Response.accepted().build();
        } catch (RuntimeException e) { // whatever keeps Kafka from having it, the sender may retry
            LOG.warnf("hint not sent: hints=%s reason=%s", accepted.hints().size(), e.getMessage());
            return comeAgain(Status.SERVICE_UNAVAILABLE, WHILE_KAFKA_IS_AWAY);
        }
    }

    private static Response comeAgain(Status status, Duration wait) {
        return Response.status(status)
                .header(HttpHeaders.RETRY_AFTER, Math.max(1, wait.plusMillis(999).toSeconds()))
                .build();
    }

    private static String addressOf(HttpServerRequest request) {
        var address = request.remoteAddress();
        return address == null ? "" : address.hostAddress();
    }
}
