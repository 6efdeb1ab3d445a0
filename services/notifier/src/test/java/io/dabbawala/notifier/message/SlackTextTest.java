package io.dabbawala.notifier.message;

import static io.dabbawala.notifier.Told.BAD;
import static io.dabbawala.notifier.Told.SHOP;
import static io.dabbawala.notifier.Told.denied;
import static io.dabbawala.notifier.Told.news;
import static io.dabbawala.notifier.Told.rolledBack;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class SlackTextTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void a_rollback_is_a_header_the_evidence_and_the_delivery() throws JsonProcessingException {
        assertThat(JSON.readTree(SlackText.of(rolledBack())))
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"text": "argocd/shop: rolled back from bbbbbbb to aaaaaaa",
                                 "blocks": [
                                  {"type": "header", "text": {"type": "plain_text",
                                   "text": "argocd/shop: rolled back from bbbbbbb to aaaaaaa",
                                   "emoji": false}},
                                  {"type": "section", "text": {"type": "plain_text",
                                   "text": "FAILED_CHECKS: 5 of 5\\n- request-success-rate 81.25, \
                                must be at least 99 (4200 samples)", "emoji": false}},
                                  {"type": "context", "elements": [{"type": "plain_text",
                                   "text": "2026-11-24T12:00:00Z | delivery \
                                019acb00-0000-7000-8000-000000000001", "emoji": false}]}]}
                                """));
    }

    @Test
    void nobody_is_mentioned_and_nothing_linked() {
        // When
        var text = SlackText.of(denied("a/<!channel>", "<https://evil|Approve> & more"));

        // Then
        assertThat(text)
                .doesNotContain("<", ">")
                .contains("a/&lt;!channel&gt;", "&lt;https://evil|Approve&gt; &amp; more")
                .doesNotContain("mrkdwn");
    }

    @Test
    void news_without_a_reason_has_no_empty_section() {
        assertThat(SlackText.of(news(new Happening.Healed(SHOP, BAD)))).doesNotContain("section");
    }

    @Test
    void slacks_limits_hold_after_escaping_and_no_escape_is_cut_in_two()
            throws JsonProcessingException {
        // Given
        var angry = "<".repeat(600);
        var findings = Collections.nCopies(8, angry);

        // When
        var blocks =
                JSON.readTree(
                                SlackText.of(
                                        news(
                                                new Happening.Denied(
                                                        "a/" + angry, BAD, angry, findings))))
                        .path("blocks");

        // Then
        assertThat(blocks.path(0).path("text").path("text").asText())
                .hasSizeLessThanOrEqualTo(150)
                .endsWith("&lt;");
        assertThat(blocks.path(1).path("text").path("text").asText())
                .hasSizeLessThanOrEqualTo(3000)
                .endsWith("&lt;");
    }
}
