package io.dabbawala.console.http;

import io.dabbawala.console.sql.EventLog;
import io.dabbawala.console.timeline.Entry;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The log as a list and as a stream. */
@Path("/api/events")
public class EventsResource {

    private static final int BATCH = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final EventLog log;

    EventsResource(EventLog log) {
        this.log = log;
    }

    /** In the order in which they were kept; the last cursor is where to go on. */
    @GET
    public List<EventJson> after(
            @RestQuery @DefaultValue("0") long after,
            @RestQuery @DefaultValue("") String application,
            @RestQuery @DefaultValue("100") int limit) {
        return log.after(after, application, Limit.of(limit)).stream().map(EventJson::of).toList();
    }

    /** From where the client left off, else from now on; never ends. */
    @GET
    @Path("/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    public Multi<OutboundSseEvent> stream(
            @RestQuery @Nullable Long after,
            @RestQuery @DefaultValue("") String application,
            @RestHeader("Last-Event-ID") @Nullable Long lastEventId,
            @Context Sse sse) {
        var cursor = new AtomicLong(start(after, lastEventId));
        Executor threads = Thread::startVirtualThread;
        return Multi.createBy()
                .repeating()
                .uni(
                        () ->
                                Uni.createFrom()
                                        .item(() -> next(cursor, application))
                                        .runSubscriptionOn(threads))
                .indefinitely()
                .onItem()
                .transformToIterable(entries -> entries)
                .map(entry -> sent(entry, sse));
    }

    private long start(@Nullable Long after, @Nullable Long lastEventId) {
        if (lastEventId != null) {
            return lastEventId;
        }
        return after == null ? log.lastCursor() : after;
    }

    private List<Entry> next(AtomicLong cursor, String application) {
        try {
            var entries = log.awaitAfter(cursor.get(), application, BATCH, PATIENCE);
            if (!entries.isEmpty()) {
                cursor.set(entries.getLast().cursor());
            }
            return entries;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static OutboundSseEvent sent(Entry entry, Sse sse) {
        return sse.newEventBuilder()
                .id(Long.toString(entry.cursor()))
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(EventJson.class, EventJson.of(entry))
                .build();
    }
}
