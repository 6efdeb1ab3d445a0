package io.dabbawala.notifier.message;

import static io.dabbawala.notifier.Told.denied;
import static io.dabbawala.notifier.Told.rolledBack;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class WebhookTextTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void a_rollback_names_both_revisions_in_full() throws JsonProcessingException {
        assertThat(JSON.readTree(WebhookText.of(rolledBack())))
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"type": "rolled-back", "timestamp": "2026-11-24T12:00:00Z",
                                 "data": {"application": "argocd/shop",
                                  "revision": "%s", "toRevision": "%s",
                                  "delivery": "019acb00-0000-7000-8000-000000000001",
                                  "event": "019acb00-0000-7000-8000-00000000000e",
                                  "eventType": "Event",
                                  "headline": "argocd/shop: rolled back from bbbbbbb to aaaaaaa",
                                  "reason": "FAILED_CHECKS: 5 of 5",
                                  "details": ["request-success-rate 81.25, must be at least 99 \
                                (4200 samples)"]}}
                                """
                                        .formatted("b".repeat(40), "a".repeat(40))));
    }

    @Test
    void stays_small_whatever_the_reason() {
        assertThat(WebhookText.of(denied("argocd/shop", "\u0001\"".repeat(20_000))))
                .hasSizeLessThan(20_000);
    }
}
