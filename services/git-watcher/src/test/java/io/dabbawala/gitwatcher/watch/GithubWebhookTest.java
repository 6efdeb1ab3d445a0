package io.dabbawala.gitwatcher.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class GithubWebhookTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final String PUSH =
            "{\"ref\":\"refs/heads/main\",\"repository\":{\"clone_url\":"
                    + "\"https://git.example/Shop.git\"},\"sender\":{\"login\":\"asha\"}}";

    private final GithubWebhook webhook =
            new GithubWebhook(
                    List.of(
                            secrets("shop", "https://git.example/shop", "old", "new"),
                            secrets("bank", "https://git.example/bank", "bank")));

    @Test
    void a_signed_push_hints_at_the_repository_it_names() {
        assertThat(answer(PUSH, "new", "push"))
                .isEqualTo(
                        new WebhookAnswer.Accepted(
                                new Hint(
                                        "shop",
                                        Hint.Source.WEBHOOK,
                                        "asha",
                                        "delivery-1",
                                        "refs/heads/main",
                                        NOON)));
    }

    @Test
    void both_secrets_are_good_while_they_are_exchanged_and_a_third_is_refused() {
        assertThat(answer(PUSH, "old", "push")).isInstanceOf(WebhookAnswer.Accepted.class);
        assertThatThrownBy(() -> secrets("shop", "https://x", "1", "2", "3"))
                .hasMessageContaining("repository shop has 3 webhook secrets, at most 2");
    }

    @Test
    void a_wrong_missing_or_doubled_signature_is_unauthorized() {
        var body = PUSH.getBytes(UTF_8);
        var good = signature("new", body);

        assertThat(answer(PUSH, "guess", "push")).isInstanceOf(WebhookAnswer.Unauthorized.class);
        assertThat(answer(List.of(), "push", body)).isInstanceOf(WebhookAnswer.Unauthorized.class);
        assertThat(answer(List.of(good, good), "push", body))
                .isInstanceOf(WebhookAnswer.Unauthorized.class);
        assertThat(answer(List.of(good.substring(7)), "push", body))
                .isInstanceOf(WebhookAnswer.Unauthorized.class);
    }

    @Test
    void nothing_is_parsed_before_the_signature_holds() {
        assertThat(answer("not json", "guess", "push"))
                .isInstanceOf(WebhookAnswer.Unauthorized.class);
        assertThat(answer("not json", "new", "push")).isInstanceOf(WebhookAnswer.Malformed.class);
    }

    @Test
    void the_secret_of_one_repository_says_nothing_about_another() {
        assertThat(answer(PUSH, "bank", "push"))
                .isInstanceOf(WebhookAnswer.UnknownRepository.class);
    }

    @Test
    void a_body_over_a_mebibyte_is_refused_before_it_is_hashed() {
        var body = new byte[GithubWebhook.MAXIMUM_BYTES + 1];

        assertThat(answer(List.of(signature("new", body)), "push", body))
                .isInstanceOf(WebhookAnswer.TooLarge.class);
    }

    @Test
    void a_genuine_event_nobody_acts_on_is_ignored() {
        assertThat(answer(PUSH, "new", "ping")).isInstanceOf(WebhookAnswer.Ignored.class);
    }

    private WebhookAnswer answer(String body, String secret, String event) {
        var bytes = body.getBytes(UTF_8);
        return answer(List.of(signature(secret, bytes)), event, bytes);
    }

    private WebhookAnswer answer(List<String> signatures, String event, byte[] body) {
        return webhook.answer(
                new WebhookRequest(signatures, List.of(event), List.of("delivery-1"), body), NOON);
    }

    private static WebhookSecrets secrets(String name, String url, String... secrets) {
        return new WebhookSecrets(name, new RepositoryUrl(url), List.of(secrets));
    }

    private static String signature(String secret, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
