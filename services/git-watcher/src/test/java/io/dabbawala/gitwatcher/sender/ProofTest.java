package io.dabbawala.gitwatcher.sender;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How each sender proves itself, and what proves nothing. */
class ProofTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final String SECRET = "it's a secret";
    private static final byte[] BODY = "{\"any\":1}".getBytes(UTF_8);

    @ParameterizedTest
    @CsvSource({
        "github,X-Hub-Signature-256,sha256=",
        "bitbucket,X-Hub-Signature,sha256=",
        "bitbucket-server,X-Hub-Signature,sha256=",
        "gitea,X-Gitea-Signature,''",
        "gitea,X-Forgejo-Signature,''",
        "gitea,X-Gogs-Signature,''"
    })
    void a_digest_of_the_raw_body_is_good_in_one_spelling_only(
            String provider, String header, String prefix) {
        var digest = HexFormat.of().formatHex(hmac("HmacSHA256", SECRET.getBytes(UTF_8), BODY));
        var good = prefix + digest;

        assertThat(proves(provider, header, good)).isTrue();
        assertThat(proves(provider, header, prefix + digest.toUpperCase())).isFalse();
        assertThat(proves(provider, header, good.substring(1))).isFalse();
        assertThat(proves(provider, header, "")).isFalse();
        assertThat(proves(provider, "X-Other", good)).isFalse();
        assertThat(isProved(provider, Map.of(header, List.of(good, good)))).isFalse();
        for (int bit = 0; bit < digest.length(); bit++) {
            var wrong = new StringBuilder(good);
            var at = prefix.length() + bit;
            wrong.setCharAt(at, wrong.charAt(at) == '0' ? '1' : '0');
            assertThat(proves(provider, header, wrong.toString())).isFalse();
        }
    }

    @Test
    void sha_1_proves_nothing() {
        var sha1 = HexFormat.of().formatHex(hmac("HmacSHA1", SECRET.getBytes(UTF_8), BODY));

        for (var provider : List.of("github", "bitbucket", "bitbucket-server", "gitea")) {
            assertThat(proves(provider, "X-Hub-Signature", "sha1=" + sha1)).isFalse();
        }
    }

    @Test
    void a_good_header_of_gitea_does_not_rescue_a_bad_one_of_forgejo() {
        var good = HexFormat.of().formatHex(hmac("HmacSHA256", SECRET.getBytes(UTF_8), BODY));

        assertThat(
                        isProved(
                                "gitea",
                                headers("X-Gitea-Signature", good, "X-Forgejo-Signature", good)))
                .isTrue();
        assertThat(
                        isProved(
                                "gitea",
                                headers("X-Gitea-Signature", good, "X-Forgejo-Signature", "bad")))
                .isFalse();
        assertThat(isProved("gitea", headers("X-Gitea-Signature", good, "X-Forgejo-Signature", "")))
                .isFalse();
    }

    @Test
    void the_token_of_gitlab_is_good_unless_there_is_a_signature() {
        assertThat(proves("gitlab", "X-Gitlab-Token", SECRET)).isTrue();
        assertThat(proves("gitlab", "X-Gitlab-Token", "guess")).isFalse();

        var signed = standard("msg_1", NOON, "v1," + signature("msg_1", NOON, SECRET));
        assertThat(isProved("gitlab", signed)).isTrue();
        var both = new HashMap<>(standard("msg_1", NOON, "v1,AAAA"));
        both.put("X-Gitlab-Token", List.of(SECRET));
        assertThat(isProved("gitlab", both)).isFalse();
    }

    @Test
    void a_standard_signature_holds_for_five_minutes_around_its_time() {
        var signature = "v1," + signature("msg_1", NOON, SECRET);
        var headers = standard("msg_1", NOON, signature);

        assertThat(isProvedAt(headers, NOON.plusSeconds(300))).isTrue();
        assertThat(isProvedAt(headers, NOON.plusSeconds(301))).isFalse();
        assertThat(isProvedAt(headers, NOON.minusSeconds(301))).isFalse();
        assertThat(isProved("standard", standard("msg_2", NOON, signature))).isFalse();
        assertThat(isProved("standard", standard("msg_1", NOON.plusSeconds(1), signature)))
                .isFalse();
    }

    @Test
    void a_list_of_standard_signatures_is_good_with_one_good_one() {
        var good = "v1," + signature("msg_1", NOON, SECRET);

        assertThat(isProved("standard", standard("msg_1", NOON, "v1,AAAA " + good))).isTrue();
        assertThat(isProved("standard", standard("msg_1", NOON, good.replace("v1", "v1a"))))
                .isFalse();
        assertThat(isProved("standard", standard("msg_1", NOON, "v1,AAAA v1,BBBB"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"never", "''", "99999999999999999999", "9223372036854775807"})
    void a_time_that_is_none_proves_nothing(String time) {
        var headers = new HashMap<>(standard("msg_1", NOON, "v1,x"));
        headers.put("webhook-timestamp", List.of(time));

        assertThat(isProved("standard", headers)).isFalse();
    }

    @Test
    void the_example_of_the_standard_webhooks_specification_is_proved() {
        var body = "{\"test\": 2432232314}".getBytes(UTF_8);
        var delivery =
                new Delivery(
                        new Headers(
                                standard(
                                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                                        Instant.ofEpochSecond(1614265330),
                                        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")),
                        body);

        assertThat(
                        Sender.named("standard")
                                .orElseThrow()
                                .isProvedBy(
                                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                                        delivery,
                                        Instant.ofEpochSecond(1614265330)))
                .isTrue();
    }

    @Test
    void azure_devops_tells_a_password_or_a_user_with_it() {
        assertThat(proves("azure-devops", "Authorization", basic("azure:" + SECRET))).isTrue();
        assertThat(proves("azure-devops", "Authorization", basic(SECRET))).isTrue();
        assertThat(proves("azure-devops", "Authorization", basic("azure:guess"))).isFalse();
        assertThat(proves("azure-devops", "Authorization", "Bearer " + SECRET)).isFalse();
        assertThat(proves("azure-devops", "Authorization", "Basic ***")).isFalse();
        assertThat(
                        Sender.named("azure-devops")
                                .orElseThrow()
                                .isProvedBy("", new Delivery(Headers.NONE, BODY), NOON))
                .isFalse();
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8));
    }

    private static boolean proves(String provider, String header, String value) {
        return isProved(provider, Map.of(header, List.of(value)));
    }

    private static boolean isProved(String provider, Map<String, List<String>> headers) {
        return Sender.named(provider)
                .orElseThrow()
                .isProvedBy(SECRET, new Delivery(new Headers(headers), BODY), NOON);
    }

    private static boolean isProvedAt(Map<String, List<String>> headers, Instant now) {
        return Sender.named("standard")
                .orElseThrow()
                .isProvedBy(SECRET, new Delivery(new Headers(headers), BODY), now);
    }

    private static Map<String, List<String>> headers(
            String one, String value, String other, String otherValue) {
        return Map.of(one, List.of(value), other, List.of(otherValue));
    }

    private static Map<String, List<String>> standard(String id, Instant at, String signatures) {
        return Map.of(
                "Webhook-Id",
                List.of(id),
                "webhook-timestamp",
                List.of("" + at.getEpochSecond()),
                "webhook-signature",
                List.of(signatures));
    }

    private static String signature(String id, Instant at, String secret) {
        var signed = "%s.%d.%s".formatted(id, at.getEpochSecond(), new String(BODY, UTF_8));
        return Base64.getEncoder()
                .encodeToString(hmac("HmacSHA256", secret.getBytes(UTF_8), signed.getBytes(UTF_8)));
    }

    private static byte[] hmac(String algorithm, byte[] secret, byte[] body) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret, algorithm));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
