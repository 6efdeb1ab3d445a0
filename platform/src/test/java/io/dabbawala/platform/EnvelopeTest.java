package io.dabbawala.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class EnvelopeTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final RecordAddress ADDRESS = new RecordAddress("commits", 0, 7, NOON);
    private static final String DELIVERY = EventId.derived(NOON, "a delivery");

    private final Envelope root =
            Envelope.root("git-watcher", "CommitDetected", "shop", NOON, "a..b");

    @Test
    void an_event_sent_again_after_a_crash_is_the_same_event() {
        var first = root.causes("reconciler", "DriftFound", "argocd/web", "plan-1", NOON);
        var again = root.causes("reconciler", "DriftFound", "argocd/web", "plan-1", LATER);

        assertThat(again.id()).isEqualTo(first.id());
    }

    @Test
    void another_step_is_another_event() {
        var first = root.causes("reconciler", "DriftFound", "argocd/web", "plan-1", NOON);
        var second = root.causes("reconciler", "DriftFound", "argocd/web", "plan-2", NOON);

        assertThat(second.id()).isNotEqualTo(first.id());
    }

    @Test
    void the_delivery_the_cause_and_the_trace_travel_along() {
        // Given
        var declared = root.within(DELIVERY);

        // When
        var drift = declared.causes("reconciler", "DriftFound", "argocd/web", "plan-1", LATER);

        // Then
        assertThat(drift.delivery()).isEqualTo(DELIVERY);
        assertThat(drift.trail().cause()).isEqualTo(root.id());
        assertThat(drift.trail().traceparent()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        assertThat(drift.trail().traceparent().substring(0, 36))
                .isEqualTo(root.trail().traceparent().substring(0, 36));
    }

    @Test
    void what_is_written_into_headers_is_read_from_them() {
        var headers = root.within(DELIVERY).writeTo(new RecordHeaders());

        assertThat(Envelope.of(headers, ADDRESS)).isEqualTo(root.within(DELIVERY));
    }

    @Test
    void headers_are_cloud_events_in_binary_mode() {
        var headers = root.writeTo(new RecordHeaders());

        assertThat(new String(headers.lastHeader("ce_specversion").value(), UTF_8))
                .isEqualTo("1.0");
        assertThat(new String(headers.lastHeader("ce_type").value(), UTF_8))
                .isEqualTo("io.dabbawala.CommitDetected");
        assertThat(new String(headers.lastHeader("ce_id").value(), UTF_8)).isEqualTo(root.id());
    }

    @Test
    void a_record_without_headers_is_named_after_where_it_lies() {
        var first = Envelope.of(new RecordHeaders(), ADDRESS);
        var again = Envelope.of(new RecordHeaders(), ADDRESS);

        assertThat(first).isEqualTo(again);
        assertThat(first.delivery()).isEmpty();
        assertThat(EventId.timeOf(first.id())).isEqualTo(NOON);
    }

    @Test
    void a_forged_delivery_or_trace_is_not_believed() {
        // Given
        var headers = new RecordHeaders();
        headers.add("delivery", "'; drop table".getBytes(UTF_8));
        headers.add("traceparent", "zz".getBytes(UTF_8));
        headers.add("ce_time", "yesterday".getBytes(UTF_8));

        // When
        var envelope = Envelope.of(headers, ADDRESS);

        // Then
        assertThat(envelope.delivery()).isEmpty();
        assertThat(envelope.time()).isEqualTo(NOON);
        assertThat(envelope.trail().traceparent()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    }
}
