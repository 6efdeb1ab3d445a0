package io.dabbawala.compliancegate.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dabbawala.compliancegate.document.Document;
import io.dabbawala.compliancegate.document.Json;
import io.dabbawala.events.DesiredState;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The desired state of an application as far as the gate needs it. */
record Desired(long generation, String digest, String manifests) {

    static Desired of(DesiredState event) {
        return new Desired(event.getGeneration(), event.getDigest(), event.getManifests());
    }

    /** Whether it may come after the other one: a generation has one digest, the first. */
    boolean succeeds(Desired other) {
        return generation > other.generation
                || generation == other.generation && digest.equals(other.digest);
    }

    /** Generation 0: the source was never readable, so nothing is desired. */
    boolean isNothing() {
        return generation == 0;
    }

    /** Why this cannot be true: nothing is said about bytes that are not what they claim to be. */
    Optional<String> problem() {
        if (Json.documents(manifests).isEmpty()) {
            return Optional.of("its manifests are no JSON array of objects");
        }
        var actual = digestOf(manifests);
        return actual.equals(digest)
                ? Optional.empty()
                : Optional.of(
                        "its digest is %s, that of its manifests %s".formatted(digest, actual));
    }

    List<Document> documents() {
        return Json.documents(manifests).orElseThrow();
    }

    static String digestOf(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
