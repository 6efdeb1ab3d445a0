package io.dabbawala.gitwatcher.http;

import io.dabbawala.gitwatcher.kafka.HintSender;
import io.dabbawala.gitwatcher.watch.GithubWebhook;
import io.dabbawala.gitwatcher.watch.Hint;
import io.dabbawala.gitwatcher.watch.WebhookAnswer;
import io.dabbawala.gitwatcher.watch.WebhookRequest;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

@Path("/webhooks/github")
@Blocking
public class WebhookResource {

    private static final Logger LOG = Logger.getLogger(WebhookResource.class);
    private static final int COME_AGAIN_SECONDS = 10;

    private final GithubWebhook webhook;
    private final HintSender hints;
    private final MeterRegistry meters;
    private final Clock clock;

    WebhookResource(GithubWebhook webhook, HintSender hints, MeterRegistry meters, Clock clock) {
        this.webhook = webhook;
        this.hints = hints;
        this.meters = meters;
        this.clock = clock;
    }

    @POST
    public Response post(@Context HttpHeaders headers, byte @Nullable [] body) {
        var request =
                new WebhookRequest(
                        values(headers, "X-Hub-Signature-256"),
                        values(headers, "X-GitHub-Event"),
                        values(headers, "X-GitHub-Delivery"),
                        body == null ? new byte[0] : body);
        var response = respond(webhook.answer(request, clock.instant()));
        meters.counter("git_watcher_webhooks", "status", "" + response.getStatus()).increment();
        return response;
    }

    private Response respond(WebhookAnswer answer) {
        return switch (answer) {
            case WebhookAnswer.Accepted(var hint) -> accepted(hint);
            case WebhookAnswer.Ignored _ -> Response.noContent().build();
            case WebhookAnswer.TooLarge _ ->
                    Response.status(Status.REQUEST_ENTITY_TOO_LARGE).build();
            case WebhookAnswer.Unauthorized _ -> Response.status(Status.UNAUTHORIZED).build();
            case WebhookAnswer.Malformed _ -> Response.status(Status.BAD_REQUEST).build();
            case WebhookAnswer.UnknownRepository _ -> Response.status(Status.NOT_FOUND).build();
        };
    }

    private Response accepted(Hint hint) {
        try {
            hints.send(hint);
            return Response.accepted().build();
        } catch (RuntimeException e) { // whatever keeps Kafka from having it, the sender may retry
            LOG.warnf("hint not sent: repository=%s reason=%s", hint.repository(), e.getMessage());
            return Response.status(Status.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, COME_AGAIN_SECONDS)
                    .build();
        }
    }

    private static List<String> values(HttpHeaders headers, String name) {
        var values = headers.getRequestHeader(name);
        return values == null ? List.of() : values;
    }
}
