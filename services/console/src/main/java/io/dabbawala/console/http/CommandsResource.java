package io.dabbawala.console.http;

import io.dabbawala.console.command.Answer;
import io.dabbawala.console.command.Command;
import io.dabbawala.console.command.CommandDesk;
import io.dabbawala.console.command.Dispatch;
import io.dabbawala.console.command.Wish;
import io.dabbawala.console.sql.Applications;
import io.dabbawala.console.sql.RequestKeys;
import io.dabbawala.console.timeline.ApplicationView;
import io.dabbawala.platform.EventId;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** Where people say what they want. */
@Path("/api/commands")
public class CommandsResource {

    /** The id of the event the command became. */
    public record Accepted(String id) {}

    private static final Logger LOG = Logger.getLogger(CommandsResource.class);
    private static final int LONGEST_KEY = 200;

    private final Applications applications;
    private final RequestKeys keys;
    private final Dispatch dispatch;
    private final Clock clock;

    CommandsResource(Applications applications, RequestKeys keys, Dispatch dispatch, Clock clock) {
        this.applications = applications;
        this.keys = keys;
        this.dispatch = dispatch;
        this.clock = clock;
    }

    /** Answers once Kafka has the command. The same Idempotency-Key is the same command. */
    @POST
    @ResponseStatus(202)
    public Accepted command(
            @Nullable CommandJson body,
            @RestHeader("X-Dabbawala-Actor") @Nullable String actor,
            @RestHeader("Idempotency-Key") @Nullable String key) {
        if (body == null) {
            throw ProblemException.badRequest(
                    "a body is required: application, command, actor, reason");
        }
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw ProblemException.badRequest(
                    "Idempotency-Key must have 1 to %d characters".formatted(LONGEST_KEY));
        }
        var wish = body.wish(actor);
        return new Accepted(key == null ? sendOnce(wish) : sendUnder(key, wish));
    }

    private String sendOnce(Wish wish) {
        var now = clock.instant();
        return send(completed(wish), EventId.random(now), now);
    }

    /** A wish that was completed once stays what it was, wherever the application stands now. */
    private String sendUnder(String key, Wish wish) {
        var scoped = wish.application() + "|" + key;
        var claim =
                keys.claimed(scoped)
                        .orElseGet(
                                () ->
                                        keys.claim(
                                                scoped,
                                                new RequestKeys.Claim(
                                                        CommandJson.fingerprint(wish),
                                                        clock.instant(),
                                                        completed(wish).target())));
        if (!claim.fingerprint().equals(CommandJson.fingerprint(wish))) {
            throw ProblemException.conflict(
                    "Idempotency-Key %s of %s was used for another command; use a new one"
                            .formatted(key, wish.application()));
        }
        return send(CommandDesk.repeated(wish, claim.target()), scoped, claim.at());
    }

    private Command completed(Wish wish) {
        return switch (CommandDesk.answer(wish, view(wish))) {
            case Answer.Accepted(var command) -> command;
            case Answer.Malformed(var problem) -> throw ProblemException.badRequest(problem);
            case Answer.NotFound(var problem) -> throw ProblemException.notFound(problem);
            case Answer.Conflict(var problem) -> throw ProblemException.conflict(problem);
        };
    }

    private Optional<ApplicationView> view(Wish wish) {
        return applications.named(wish.application()).map(Applications.Row::view);
    }

    private String send(Command command, String seed, Instant at) {
        var id = dispatch.send(command, seed, at);
        LOG.infof(
                "command sent: application=%s command=%s actor=%s event=%s",
                command.application(), command.wanted().word(), command.person().actor(), id);
        return id;
    }
}
