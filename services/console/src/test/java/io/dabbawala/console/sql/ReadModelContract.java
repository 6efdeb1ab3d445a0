package io.dabbawala.console.sql;

import static io.dabbawala.console.Told.BAD;
import static io.dabbawala.console.Told.GOOD;
import static io.dabbawala.console.Told.NOON;
import static io.dabbawala.console.Told.SHOP;
import static io.dabbawala.console.Told.causedBy;
import static io.dabbawala.console.Told.delivery;
import static io.dabbawala.console.Told.digest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dabbawala.console.Told;
import io.dabbawala.console.command.Wish;
import io.dabbawala.console.event.Desired;
import io.dabbawala.console.event.Event;
import io.dabbawala.console.event.Health;
import io.dabbawala.console.event.Judgement;
import io.dabbawala.console.event.Order.Wanted;
import io.dabbawala.console.event.Push;
import io.dabbawala.console.event.RolloutPhase;
import io.dabbawala.console.event.SyncCause;
import io.dabbawala.console.timeline.ApplicationView;
import io.dabbawala.console.timeline.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the read model promises on every database. */
interface ReadModelContract {

    List<Event> STORY =
            List.of(
                    Told.commit(GOOD, 0),
                    desiredBecauseOf(Told.commit(GOOD, 0)),
                    Told.drift(1, "p", SyncCause.COMMIT, 2),
                    Told.request(1, "p", 3),
                    Told.denied(1, "x", 3),
                    Told.held(1, "p", "APPROVAL_NEEDED", 4),
                    Told.order(Wanted.PAUSE, "", 5),
                    Told.admitted(1, "p", 6),
                    Told.synced(1, GOOD, "p", 7),
                    Told.healthNow(1, Health.HEALTHY, 1, 8),
                    Told.progress(1, RolloutPhase.PROGRESSING, 10, 9),
                    Told.judged(1, Judgement.Answer.PROMOTE, 20, 10),
                    Told.rollback(1, 11),
                    Told.order(Wanted.LIFT_QUARANTINE, digest(BAD), 12));

    Database database();

    @BeforeEach
    default void empty() {
        database()
                .inTransaction(
                        connection -> {
                            Rows.update(connection, "update log_head set cursor_value = 0");
                            for (var table :
                                    List.of("event", "application", "delivery", "request_key")) {
                                Rows.update(connection, "delete from " + table);
                            }
                            return true;
                        });
    }

    @Test
    default void what_is_kept_is_read_back_as_it_was() {
        // When
        keepAll(STORY);

        // Then
        assertThat(view()).isEqualTo(viewOf(STORY));
        assertThat(log().after(0, "", 100))
                .hasSize(STORY.size())
                .extracting(Entry::header)
                .containsExactlyElementsOf(STORY.stream().map(Event::header).toList());
    }

    @Test
    default void a_repeat_changes_nothing_and_leaves_no_gap() {
        // Given
        keepAll(STORY);

        // When
        var repeated = STORY.stream().map(log()::keep).toList();

        // Then
        assertThat(repeated).containsOnly(false);
        assertThat(log().lastCursor()).isEqualTo(STORY.size());
        assertThat(view()).isEqualTo(viewOf(STORY));
    }

    @Test
    default void the_reverse_order_ends_in_the_same_state() {
        keepAll(STORY.reversed());

        assertThat(view()).isEqualTo(viewOf(STORY));
        assertThat(deliveries().named(delivery(1)).orElseThrow().startedAt())
                .isEqualTo(NOON.plusSeconds(1));
        assertThat(applications().named(SHOP).orElseThrow().updatedAt())
                .isEqualTo(NOON.plusSeconds(12));
    }

    @Test
    default void the_story_of_a_delivery_begins_with_the_commit_that_caused_it() {
        // Given
        keepAll(STORY.reversed());

        // When
        var story = deliveries().story(delivery(1));

        // Then
        assertThat(story.getFirst().header().type()).isEqualTo("CommitDetected");
        assertThat(story.getLast().header().type()).isEqualTo("RollbackIssued");
        assertThat(story).hasSize(STORY.size() - 2);
    }

    @Test
    default void another_delivery_that_caused_this_one_is_named_but_not_told() {
        // Given
        var rollback = Told.rollback(1, 11);
        var again = Told.desired(2, GOOD, SyncCause.ROLLBACK, 12);
        keepAll(STORY);
        log().keep(withCause(again, rollback));

        // Then
        assertThat(deliveries().story(delivery(2)))
                .extracting(entry -> entry.header().type())
                .containsExactly("RollbackIssued", "DesiredState");
    }

    @Test
    @Timeout(30)
    default void a_reader_that_goes_on_after_its_last_cursor_misses_nothing() throws Exception {
        // Given
        var writers =
                IntStream.range(0, 4)
                        .mapToObj(
                                writer ->
                                        CompletableFuture.runAsync(
                                                () ->
                                                        IntStream.range(0, 25)
                                                                .forEach(
                                                                        i ->
                                                                                log().keep(
                                                                                                push(
                                                                                                        writer,
                                                                                                        i)))))
                        .toList();

        // When
        var seen = new ArrayList<Long>();
        while (seen.size() < 100) {
            var cursor = seen.isEmpty() ? 0 : seen.getLast();
            var entries = log().awaitAfter(cursor, "", 7, Duration.ofSeconds(10));
            entries.forEach(entry -> seen.add(entry.cursor()));
        }
        CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new)).join();

        // Then
        assertThat(seen).containsExactlyElementsOf(LongStream.rangeClosed(1, 100).boxed().toList());
    }

    @Test
    default void an_event_that_cannot_be_kept_leaves_nothing_behind() {
        // Given
        var impossible = new Push(Told.header(null, "pushes", 0, 1), "shop", "webhook", "github");

        // Then
        assertThatThrownBy(() -> log().keep(impossible)).isInstanceOf(RuntimeException.class);
        assertThat(log().lastCursor()).isZero();
        assertThat(log().keep(push(1, 1))).isTrue();
    }

    @Test
    default void text_with_a_nul_character_does_not_stop_the_stream() {
        assertThat(
                        log().keep(
                                        new Push(
                                                Told.header("PushHinted", "pushes", 0, 1),
                                                "sh\0op",
                                                "webhook",
                                                "")))
                .isTrue();
        assertThat(log().after(0, "", 1).getFirst().summary()).contains("sh op");
    }

    @Test
    default void only_events_of_the_application_are_listed_when_it_is_named() {
        keepAll(STORY);

        assertThat(log().after(0, SHOP, 100)).hasSize(STORY.size() - 1);
        assertThat(log().after(0, "argocd/other", 100)).isEmpty();
    }

    @Test
    default void the_newest_deliveries_come_first() {
        keepAll(List.of(Told.desired(2, BAD, 20), Told.desired(1, GOOD, 1)));

        assertThat(deliveries().newest(SHOP, 10))
                .extracting(Deliveries.Row::delivery)
                .containsExactly(delivery(2), delivery(1));
        assertThat(deliveries().newest("", 1)).hasSize(1);
        assertThat(deliveries().newest("argocd/other", 10)).isEmpty();
    }

    @Test
    default void the_first_claim_of_a_key_holds() {
        // Given
        var keys = new RequestKeys(database());
        var first = new RequestKeys.Claim("a", NOON, new Wish.Target("d", "e", "f"));
        var second = new RequestKeys.Claim("b", NOON.plusSeconds(1), new Wish.Target("", "", ""));

        // Then
        assertThat(keys.claimed("key")).isEmpty();
        assertThat(keys.claim("key", first)).isEqualTo(first);
        assertThat(keys.claim("key", second)).isEqualTo(first);
        assertThat(keys.claimed("key")).contains(first);
    }

    private EventLog log() {
        return LOGS.computeIfAbsent(database(), EventLog::new);
    }

    private Applications applications() {
        return new Applications(database());
    }

    private Deliveries deliveries() {
        return new Deliveries(database());
    }

    private ApplicationView view() {
        return applications().named(SHOP).orElseThrow().view();
    }

    private void keepAll(List<Event> events) {
        events.forEach(log()::keep);
    }

    private static Push push(int writer, int i) {
        return new Push(
                Told.header("PushHinted-" + writer, "pushes", 0, i), "shop", "webhook", "github");
    }

    private static Desired desiredBecauseOf(Event commit) {
        return withCause(Told.desired(1, GOOD, 1), commit);
    }

    private static Desired withCause(Desired desired, Event cause) {
        return new Desired(
                causedBy(cause.header().id(), desired.header()),
                desired.application(),
                desired.revision(),
                desired.generation(),
                desired.digest(),
                desired.cause(),
                desired.automated(),
                desired.selfHeal(),
                desired.problem());
    }

    private static ApplicationView viewOf(List<Event> events) {
        var view = ApplicationView.nothingKnownOf(SHOP);
        for (var event : events) {
            view = event.application().isEmpty() ? view : view.after(event);
        }
        return view;
    }

    Map<Database, EventLog> LOGS = new ConcurrentHashMap<>();
}
