package io.dabbawala.reconciler.sync.verdict;

import static io.dabbawala.reconciler.plan.Fixtures.NOON;
import static io.dabbawala.reconciler.plan.Fixtures.config;
import static io.dabbawala.reconciler.plan.Fixtures.desired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dabbawala.reconciler.application.DesiredState;
import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.sync.TestGate;
import io.dabbawala.reconciler.sync.TestGate.Claim;
import io.dabbawala.reconciler.sync.verdict.Attestation.Check;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AttestationTest {

    private static final String PLAN = Json.digest("plan");
    private static final Instant LATER = NOON.plusSeconds(600);
    private static final DesiredState STATE = desired(3, config("web", "1"));

    private final TestGate gate = new TestGate();
    private final Attestation attestation =
            new Attestation(() -> GateKeys.of(gate.publicKey()), "in-cluster");
    private final Claim good = claim(STATE.digest(), PLAN, "in-cluster", 3);

    @Test
    void a_yes_to_exactly_this_holds() {
        assertThat(check(gate.attest(good))).isInstanceOf(Check.Holds.class);
    }

    @Test
    void it_holds_until_it_expires_and_not_at_that_instant() {
        var text = gate.attest(good);

        assertThat(check(text, LATER.minusMillis(1))).isInstanceOf(Check.Holds.class);
        assertThat(check(text, LATER)).isEqualTo(new Check.Expired(LATER));
    }

    @Test
    void a_yes_to_something_else_fails_and_says_to_what() {
        var other = Json.digest("other");

        assertThat(reason(claim(other, PLAN, "in-cluster", 3))).startsWith("subject digest");
        assertThat(reason(claim(STATE.digest(), other, "in-cluster", 3))).startsWith("plan");
        assertThat(reason(claim(STATE.digest(), PLAN, "elsewhere", 3))).startsWith("cluster");
        assertThat(reason(claim(STATE.digest(), PLAN, "in-cluster", 2))).startsWith("generation");
        assertThat(reason(new Claim("argocd/other", 3, STATE.digest(), PLAN, "in-cluster", LATER)))
                .startsWith("subject is argocd/other");
    }

    @Test
    void a_no_is_no_yes() {
        var no = gate.attest(good, Map.of("verificationResult", "FAILED"));

        assertThat(check(no)).isEqualTo(new Check.Fails("result is FAILED, not PASSED"));
    }

    @Test
    void another_key_or_type_or_nothing_at_all_fails() {
        assertThat(check(new TestGate().attest(good)))
                .isEqualTo(new Check.Fails("no signature of a known key"));
        assertThat(check(gate.attest(good).replace("in-toto+json", "other+json")))
                .isEqualTo(new Check.Fails("another payload type"));
        assertThat(check(gate.envelope(Map.of()))).isInstanceOf(Check.Fails.class);
        assertThat(check("")).isInstanceOf(Check.Fails.class);
        assertThat(check("{}")).isInstanceOf(Check.Fails.class);
        assertThat(check("[1]")).isInstanceOf(Check.Fails.class);
    }

    @Test
    void ten_thousand_payloads_with_one_byte_changed_do_not_hold() {
        var envelope = Json.object(gate.attest(good));
        var payload = Base64.getDecoder().decode(envelope.get("payload").toString());
        var random = new Random(7);

        for (int i = 0; i < 10_000; i++) {
            var changed = payload.clone();
            int at = random.nextInt(changed.length);
            changed[at] ^= (byte) (1 + random.nextInt(255));
            var forged = new HashMap<>(envelope);
            forged.put("payload", Base64.getEncoder().encodeToString(changed));
            assertThat(check(Json.write(forged))).isInstanceOf(Check.Fails.class);
        }
    }

    @Test
    void an_exchanged_key_holds_beside_the_new_one() {
        var both = gate.publicKey() + new TestGate().publicKey();
        var exchanging = new Attestation(() -> GateKeys.of(both), "in-cluster");

        assertThat(exchanging.check(verdict(gate.attest(good)), STATE, PLAN, NOON))
                .isInstanceOf(Check.Holds.class);
    }

    @Test
    void a_file_without_a_key_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> GateKeys.of("nothing"));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                GateKeys.of(
                                        "-----BEGIN PUBLIC KEY-----\nAAAA\n"
                                                + "-----END PUBLIC KEY-----\n"));
    }

    private String reason(Claim claim) {
        return ((Check.Fails) check(gate.attest(claim))).reason();
    }

    private Check check(String text) {
        return check(text, NOON);
    }

    private Check check(String text, Instant now) {
        return attestation.check(verdict(text), STATE, PLAN, now);
    }

    private static Claim claim(String digest, String plan, String cluster, long generation) {
        return new Claim("argocd/web", generation, digest, plan, cluster, LATER);
    }

    private static Verdict verdict(String text) {
        return new Verdict(
                "argocd/web", 3, PLAN, "in-cluster", Verdict.Decision.ADMITTED, "", text, NOON);
    }
}
