package io.dabbawala.reconciler.sync.verdict;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dabbawala.reconciler.application.DesiredState;
import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.object.Tree;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Checks that the gate said yes to exactly this: these bytes, this plan, this cluster, now. */
public final class Attestation {

    private static final String PAYLOAD_TYPE = "application/vnd.in-toto+json";
    private static final String STATEMENT_TYPE = "https://in-toto.io/Statement/v1";
    private static final String PREDICATE_TYPE = "https://slsa.dev/verification_summary/v1";

    private final Supplier<GateKeys> keys;
    private final String cluster;

    /**
     * @param keys the keys to trust now
     */
    public Attestation(Supplier<GateKeys> keys, String cluster) {
        this.keys = keys;
        this.cluster = cluster;
    }

    /** What came of the check. */
    public sealed interface Check {

        record Holds() implements Check {}

        record Expired(Instant validUntil) implements Check {}

        record Fails(String reason) implements Check {}
    }

    public Check check(Verdict verdict, DesiredState state, String planDigest, Instant now) {
        try {
            var envelope = Json.object(verdict.attestation());
            if (!Tree.text(envelope, "payloadType").equals(PAYLOAD_TYPE)) {
                return new Check.Fails("another payload type");
            }
            var payload = Base64.getDecoder().decode(Tree.text(envelope, "payload"));
            if (!isSigned(envelope, payload)) {
                return new Check.Fails("no signature of a known key");
            }
            return check(Json.object(payload), state, planDigest, now);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return new Check.Fails("unreadable: " + e.getMessage());
        }
    }

    private Check check(
            Map<String, Object> statement, DesiredState state, String planDigest, Instant now) {
        var predicate = Tree.map(statement, "predicate");
        var ours = Tree.map(predicate, "dabbawala");
        var subjects = Tree.list(statement, "subject");
        var subject = subjects.size() == 1 ? subjects.getFirst() : Map.of();
        var digest = "sha256:" + Tree.text(subject, "digest", "sha256");
        var result = Tree.text(predicate, "verificationResult");
        return Stream.of(
                        new Claim("type", Tree.text(statement, "_type"), STATEMENT_TYPE),
                        new Claim("predicate", predicateType(statement), PREDICATE_TYPE),
                        new Claim("result", result, "PASSED"),
                        new Claim("subject", Tree.text(subject, "name"), state.application()),
                        new Claim("subject digest", digest, state.digest()),
                        new Claim("generation", Tree.text(ours, "generation"), generation(state)),
                        new Claim("plan", Tree.text(ours, "planDigest"), planDigest),
                        new Claim("cluster", Tree.text(ours, "cluster"), cluster))
                .filter(claim -> !claim.holds())
                .<Check>map(claim -> new Check.Fails(claim.toString()))
                .findFirst()
                .orElseGet(() -> inTime(Instant.parse(Tree.text(ours, "validUntil")), now));
    }

    private record Claim(String what, String found, String wanted) {

        boolean holds() {
            return found.equals(wanted);
        }

        @Override
        public String toString() {
            return "%s is %s, not %s".formatted(what, found, wanted);
        }
    }

    private static Check inTime(Instant validUntil, Instant now) {
        return now.isBefore(validUntil) ? new Check.Holds() : new Check.Expired(validUntil);
    }

    private static String predicateType(Map<String, Object> statement) {
        return Tree.text(statement, "predicateType");
    }

    private static String generation(DesiredState state) {
        return Long.toString(state.generation());
    }

    private boolean isSigned(Map<String, Object> envelope, byte[] payload) {
        var trusted = keys.get();
        var message = preAuthenticationEncoding(payload);
        return Tree.list(envelope, "signatures").stream()
                .map(one -> Base64.getDecoder().decode(Tree.text(one, "sig")))
                .anyMatch(signature -> trusted.signed(message, signature));
    }

    public static byte[] preAuthenticationEncoding(byte[] payload) {
        var head =
                "DSSEv1 %d %s %d "
                        .formatted(PAYLOAD_TYPE.length(), PAYLOAD_TYPE, payload.length)
                        .getBytes(UTF_8);
        return ByteBuffer.allocate(head.length + payload.length).put(head).put(payload).array();
    }
}
