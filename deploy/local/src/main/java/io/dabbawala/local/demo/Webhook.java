package io.dabbawala.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dabbawala.local.process.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The Git host's side of a push: a signed request to the watcher, as GitHub sends it. */
public record Webhook(URI gitWatcher, Path secret, String repositoryUrl) {

    /** Sends a push event and returns the status of the answer. */
    public int push(String revision) {
        return send(body(revision), UUID.randomUUID().toString(), signature(body(revision)));
    }

    public int push(String revision, String deliveryId) {
        return send(body(revision), deliveryId, signature(body(revision)));
    }

    /** The same with a signature of somebody who does not know the secret. */
    public int forged(String revision) {
        return send(body(revision), UUID.randomUUID().toString(), "sha256=" + "0".repeat(64));
    }

    private int send(String body, String deliveryId, String signature) {
        var request =
                HttpRequest.newBuilder(URI.create(gitWatcher + "/webhooks/github"))
                        .timeout(Duration.ofSeconds(20))
                        .header("Content-Type", "application/json")
                        .header("X-GitHub-Event", "push")
                        .header("X-GitHub-Delivery", deliveryId)
                        .header("X-Hub-Signature-256", signature)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        return Http.send(request).statusCode();
    }

    private String body(String revision) {
        return """
        {"ref":"refs/heads/main","after":"%s","repository":{"full_name":"shop","clone_url":"%s"}}"""
                .formatted(revision, repositoryUrl);
    }

    private String signature(String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(
                    new SecretKeySpec(
                            Files.readString(secret).strip().getBytes(UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("read " + secret, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
