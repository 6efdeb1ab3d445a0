package io.dabbawala.console.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.console.Told;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryTest {

    @Test
    void is_told_in_the_order_of_time() {
        assertThat(ids(Story.of(List.of(entry("b", "", 2), entry("a", "", 1)))))
                .containsExactly("a", "b");
    }

    @Test
    void tells_no_effect_before_its_cause_however_the_clocks_differ() {
        assertThat(
                        ids(
                                Story.of(
                                        List.of(
                                                entry("result", "verdict", 1),
                                                entry("verdict", "request", 9),
                                                entry("request", "", 8)))))
                .containsExactly("request", "verdict", "result");
    }

    @Test
    void ends_even_if_two_events_cause_each_other() {
        assertThat(ids(Story.of(List.of(entry("a", "b", 1), entry("b", "a", 2)))))
                .containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void tells_of_a_drift_before_the_sync_that_is_requested_for_it() {
        var request = new Entry(1, Told.header("SyncRequested", "sync-requests", 1, 7), "", "");
        var drift = new Entry(2, Told.header("DriftFound", "drifts", 1, 7), "", "");

        assertThat(Story.of(List.of(request, drift))).containsExactly(drift, request);
    }

    private static List<String> ids(List<Entry> entries) {
        return entries.stream().map(entry -> entry.header().id()).toList();
    }

    private static Entry entry(String id, String cause, int second) {
        var header = Told.causedBy(cause, Told.header(id, "any", 0, second));
        return new Entry(
                second,
                new io.dabbawala.console.event.Header(
                        id,
                        header.type(),
                        header.topic(),
                        header.source(),
                        header.subject(),
                        header.time(),
                        header.delivery(),
                        header.cause()),
                "",
                "");
    }
}
