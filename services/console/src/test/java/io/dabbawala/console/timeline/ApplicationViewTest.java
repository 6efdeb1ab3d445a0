package io.dabbawala.console.timeline;

import static io.dabbawala.console.Told.BAD;
import static io.dabbawala.console.Told.GOOD;
import static io.dabbawala.console.Told.SHOP;
import static io.dabbawala.console.Told.digest;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.console.Told;
import io.dabbawala.console.event.Event;
import io.dabbawala.console.event.Health;
import io.dabbawala.console.event.Judgement;
import io.dabbawala.console.event.Order.Wanted;
import io.dabbawala.console.event.Removal;
import io.dabbawala.console.event.RolloutPhase;
import io.dabbawala.console.event.SyncCause;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationViewTest {

    private static final List<Event> STORY =
            List.of(
                    Told.desired(1, GOOD, 1),
                    Told.drift(1, "p1", SyncCause.COMMIT, 2),
                    Told.request(1, "p1", 3),
                    Told.admitted(1, "p1", 4),
                    Told.synced(1, GOOD, "p1", 5),
                    Told.healthNow(1, Health.PROGRESSING, 1, 6),
                    Told.healthNow(1, Health.HEALTHY, 2, 7),
                    Told.desired(2, BAD, 10),
                    Told.request(2, "p2", 11),
                    Told.held(2, "p2", "APPROVAL_NEEDED", 12),
                    Told.admitted(2, "p2", 14),
                    Told.synced(2, BAD, "p2", 15),
                    Told.progress(2, RolloutPhase.PROGRESSING, 10, 16),
                    Told.judged(2, Judgement.Answer.PROMOTE, 20, 17),
                    Told.order(Wanted.PAUSE, "", 18),
                    Told.order(Wanted.RESUME, "", 19),
                    Told.judged(2, Judgement.Answer.ROLL_BACK, 0, 20),
                    Told.rollback(2, 21),
                    Told.progress(2, RolloutPhase.FAILED, 0, 22),
                    Told.desired(3, GOOD, SyncCause.ROLLBACK, 23),
                    Told.synced(3, GOOD, "p3", 24));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233})
    void any_order_and_any_repeats_end_in_the_same_view(long seed) {
        // Given
        var shuffled = new ArrayList<>(STORY);
        shuffled.addAll(STORY.subList(3, 17));
        Collections.shuffle(shuffled, new Random(seed));

        // Then
        assertThat(viewOf(shuffled)).isEqualTo(viewOf(STORY));
    }

    @Test
    void a_late_event_of_an_old_generation_changes_nothing_but_history() {
        // Given
        var view = viewOf(STORY);

        // When
        var after = view.after(Told.denied(2, "p2", 99)).after(Told.syncFailed(1, "p1", 99));

        // Then
        assertThat(Status.of(after)).isEqualTo(Status.of(view));
    }

    @Test
    void what_was_rolled_back_is_quarantined_until_a_person_lifts_it() {
        // Given
        var view = viewOf(STORY);

        // When
        var lifted = view.after(Told.order(Wanted.LIFT_QUARANTINE, digest(BAD), 30));

        // Then
        assertThat(view.quarantined()).containsExactly(digest(BAD));
        assertThat(lifted.quarantined()).isEmpty();
        assertThat(lifted.after(Told.rollback(4, 40)).quarantined()).containsExactly(digest(BAD));
    }

    @Test
    void lifting_another_digest_lifts_nothing() {
        assertThat(
                        viewOf(STORY)
                                .after(Told.order(Wanted.LIFT_QUARANTINE, digest(GOOD), 30))
                                .quarantined())
                .containsExactly(digest(BAD));
    }

    @Test
    void a_change_of_health_keeps_the_objects_of_the_sync() {
        // When
        var view = viewOf(STORY.subList(0, 7));

        // Then
        assertThat(view.plan().result()).isNotNull();
        assertThat(view.plan().result().objects()).hasSize(1);
        assertThat(Status.of(view).health()).isEqualTo(Health.HEALTHY);
    }

    @Test
    void the_previous_success_is_neither_what_is_desired_nor_quarantined() {
        assertThat(viewOf(STORY.subList(0, 12)).previousSuccess())
                .hasValueSatisfying(success -> assertThat(success.revision()).isEqualTo(GOOD));
        assertThat(viewOf(STORY).previousSuccess()).isEmpty();
    }

    @Test
    void a_removed_application_is_not_declared_until_it_is_declared_again() {
        // Given
        var removal = new Removal(Told.header("Removed", "desired-states", 0, 50), SHOP, SHOP);

        // When
        var removed = viewOf(STORY).after(removal);

        // Then
        assertThat(removed.isDeclared()).isFalse();
        assertThat(removed.after(Told.desired(4, GOOD, 60)).isDeclared()).isTrue();
        assertThat(removed.after(Told.desired(1, GOOD, 1)).isDeclared()).isFalse();
    }

    @Test
    void a_promotion_is_told_with_the_weight_before_it() {
        // Given
        var view = viewOf(STORY.subList(0, 14));

        // Then
        assertThat(view.summaryOf(Told.judged(2, Judgement.Answer.PROMOTE, 40, 18)))
                .startsWith("canary 20 % -> 40 %");
        assertThat(view.summaryOf(Told.judged(2, Judgement.Answer.PROMOTE, 40, 2)))
                .startsWith("canary to 40 %");
    }

    static ApplicationView viewOf(List<? extends Event> events) {
        var view = ApplicationView.nothingKnownOf(SHOP);
        for (var event : events) {
            view = view.after(event);
        }
        return view;
    }
}
