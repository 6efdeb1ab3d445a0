package io.dabbawala.gitwatcher.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Reads GitHub's webhooks: size, then signature over the raw bytes, then JSON. Every secret is
 * tried every time, so that the time of an answer says nothing about which one is near.
 */
public final class GithubWebhook {

    public static final int MAXIMUM_BYTES = 1 << 20;

    private static final String ALGORITHM = "HmacSHA256";
    private static final List<String> ADDRESSES =
            List.of("clone_url", "ssh_url", "git_url", "html_url", "url");
    private static final JsonMapper MAPPER =
            new JsonMapper(
                    JsonFactory.builder()
                            .streamReadConstraints(
                                    StreamReadConstraints.builder()
                                            .maxNestingDepth(64)
                                            .maxStringLength(256 << 10)
                                            .maxNumberLength(64)
                                            .build())
                            .build());

    private final List<WebhookSecrets> repositories;

    public GithubWebhook(List<WebhookSecrets> repositories) {
        this.repositories = List.copyOf(repositories);
    }

    public WebhookAnswer answer(WebhookRequest request, Instant now) {
        if (request.body().length > MAXIMUM_BYTES) {
            return new WebhookAnswer.TooLarge();
        }
        var signers = signersOf(request);
        if (signers.isEmpty()) {
            return new WebhookAnswer.Unauthorized();
        }
        if (!request.events().equals(List.of("push"))) {
            return new WebhookAnswer.Ignored();
        }
        return read(request.body())
                .map(push -> named(push, signers, request, now))
                .orElseGet(WebhookAnswer.Malformed::new);
    }

    private List<WebhookSecrets> signersOf(WebhookRequest request) {
        var given = request.signatures().size() == 1 ? request.signatures().getFirst() : "";
        return repositories.stream().filter(one -> isSignedBy(one, given, request.body())).toList();
    }

    private static boolean isSignedBy(WebhookSecrets repository, String given, byte[] body) {
        var matches = 0;
        for (var secret : repository.secrets()) {
            var wanted = signature(secret, body).getBytes(UTF_8);
            matches += MessageDigest.isEqual(wanted, given.getBytes(UTF_8)) ? 1 : 0;
        }
        return matches > 0;
    }

    private static String signature(String secret, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    private static Optional<JsonNode> read(byte[] body) {
        try {
            return Optional.of(MAPPER.readTree(body))
                    .filter(push -> push.path("repository").isObject());
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static WebhookAnswer named(
            JsonNode push, List<WebhookSecrets> signers, WebhookRequest request, Instant now) {
        var repository = push.path("repository");
        var addresses =
                ADDRESSES.stream()
                        .map(repository::path)
                        .filter(JsonNode::isTextual)
                        .map(address -> new RepositoryUrl(address.asText()))
                        .toList();
        return signers.stream()
                .filter(signer -> addresses.contains(signer.url()))
                .findFirst()
                .<WebhookAnswer>map(
                        signer ->
                                new WebhookAnswer.Accepted(
                                        new Hint(
                                                signer.repository(),
                                                Hint.Source.WEBHOOK,
                                                cut(push.path("sender").path("login").asText("")),
                                                cut(first(request.deliveries())),
                                                cut(push.path("ref").asText("")),
                                                now)))
                .orElseGet(WebhookAnswer.UnknownRepository::new);
    }

    private static String first(List<String> values) {
        return Stream.concat(values.stream(), Stream.of("")).findFirst().orElseThrow();
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), 256));
    }
}
