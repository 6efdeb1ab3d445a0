package io.dabbawala.gitwatcher.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dabbawala.gitwatcher.sender.Delivery;
import io.dabbawala.gitwatcher.sender.Headers;
import io.dabbawala.gitwatcher.sender.Sender;
import io.dabbawala.gitwatcher.watch.Claim;
import io.dabbawala.gitwatcher.watch.Hint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IntakeTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final String PUSH =
            """
            {"object_kind": "push", "ref": "refs/heads/main", "before": "a1", "after": "b2",
             "user_username": "asha", "project": {"web_url": "https://git.example/Acme/Shop"},
             "commits": [{"id": "b2", "added": [], "modified": ["web.yaml"], "removed": []}],
             "total_commits_count": 1}
            """;

    private final Delivered delivered = new Delivered(2);
    private final Intake intake =
            new Intake(
                    List.of(
                            secrets("shop", "ssh://git@git.example:22/acme/shop.git", "old", "new"),
                            secrets("bank", "https://git.example/acme/bank", "bank"),
                            secrets("open", "https://git.example/acme/open")),
                    delivered);

    @Test
    void a_proved_push_hints_at_the_repository_it_names_with_what_it_claims() {
        assertThat(receive(PUSH, "new", "1"))
                .isEqualTo(
                        new Reception.Accepted(
                                List.of(
                                        Hint.told(
                                                "shop",
                                                new Claim(
                                                        "gitlab",
                                                        "asha",
                                                        "1",
                                                        "refs/heads/main",
                                                        "a1",
                                                        "b2",
                                                        List.of("web.yaml"),
                                                        true),
                                                NOON)),
                                "gitlab|1"));
    }

    @Test
    void both_secrets_are_good_while_they_are_exchanged_and_a_third_is_refused() {
        assertThat(receive(PUSH, "old", "1")).isInstanceOf(Reception.Accepted.class);
        assertThatThrownBy(() -> secrets("shop", "https://x/y", "1", "2", "3"))
                .hasMessageContaining("repository shop has 3 webhook secrets, at most 2");
    }

    @Test
    void nothing_is_read_before_the_proof_holds() {
        assertThat(receive("not json", "guess", "1")).isInstanceOf(Reception.Unauthorized.class);
        assertThat(receive("not json", "new", "1")).isInstanceOf(Reception.Malformed.class);
        assertThat(receive("{}", "new", "1")).isInstanceOf(Reception.Malformed.class);
    }

    @Test
    void nobody_proves_himself_with_nothing_to_a_repository_without_a_secret() {
        assertThat(receive(PUSH, "", "1")).isInstanceOf(Reception.Unauthorized.class);
    }

    @Test
    void the_secret_of_one_repository_says_nothing_about_another() {
        assertThat(receive(PUSH, "bank", "1")).isInstanceOf(Reception.UnknownRepository.class);
    }

    @Test
    void a_delivery_whose_word_is_safe_is_known_and_others_are_not() {
        // Given
        delivered.add("gitlab|1");

        // Then
        assertThat(receive(PUSH, "new", "1")).isInstanceOf(Reception.Known.class);
        assertThat(receive(PUSH, "new", "2")).isInstanceOf(Reception.Accepted.class);
        assertThat(receive(PUSH, "new", "")).isInstanceOf(Reception.Accepted.class);
    }

    @Test
    void only_the_last_deliveries_are_remembered() {
        List.of("1", "2", "2", "3", "").forEach(delivered::add);

        assertThat(delivered.has("1")).isFalse();
        assertThat(delivered.has("2")).isTrue();
        assertThat(delivered.has("")).isFalse();
    }

    @Test
    void a_genuine_event_nobody_acts_on_is_ignored() {
        assertThat(receive("{\"object_kind\":\"issue\"}", "new", "1"))
                .isInstanceOf(Reception.Ignored.class);
    }

    @Test
    void a_claim_is_cut_to_what_anybody_looks_at() {
        var claim =
                new Claim("", "x".repeat(300), "", "", "", "", List.of("y".repeat(2_000)), true);

        assertThat(claim.sender()).hasSize(256);
        assertThat(claim.changedPaths()).isEmpty();
        assertThat(claim.changedPathsComplete()).isFalse();
    }

    private Reception receive(String body, String token, String id) {
        var sender = Sender.named("gitlab").orElseThrow();
        var delivery =
                new Delivery(
                        new Headers(
                                Map.of(
                                        "X-Gitlab-Token",
                                        List.of(token),
                                        "X-Gitlab-Event-UUID",
                                        List.of(id))),
                        body.getBytes(UTF_8));
        return intake.receive(sender, delivery, intake.proved(sender, delivery, NOON), NOON);
    }

    private static WebhookSecrets secrets(String name, String url, String... secrets) {
        return new WebhookSecrets(name, RepositoryName.of(url), List.of(secrets));
    }
}
