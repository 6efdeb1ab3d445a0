package io.dabbawala.compliancegate.verdict;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dabbawala.compliancegate.plan.Cause;
import io.dabbawala.compliancegate.plan.Destination;
import io.dabbawala.compliancegate.plan.Plan;
import java.io.IOException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.junit.jupiter.api.Test;

class SignerTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private final KeyPair keys = keys();

    @Test
    void an_envelope_is_signed_over_its_type_and_payload() throws Exception {
        var envelope = json(new Signer(key(keys)).sign(statement(true)));

        assertThat(envelope.path("payloadType").asText()).isEqualTo("application/vnd.in-toto+json");
        var payload = Base64.getDecoder().decode(envelope.path("payload").asText());
        var signed =
                ("DSSEv1 28 application/vnd.in-toto+json " + payload.length + " ").getBytes(UTF_8);
        var verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(keys.getPublic());
        verifier.update(signed);
        verifier.update(payload);
        var signature = envelope.path("signatures").path(0);
        assertThat(verifier.verify(Base64.getDecoder().decode(signature.path("sig").asText())))
                .isTrue();
        assertThat(signature.path("keyid").asText())
                .isEqualTo(
                        HexFormat.of()
                                .formatHex(
                                        MessageDigest.getInstance("SHA-256")
                                                .digest(keys.getPublic().getEncoded())));
    }

    @Test
    void the_statement_is_a_verification_summary_of_exactly_that_plan() throws Exception {
        var envelope = json(new Signer(key(keys)).sign(statement(true)));
        var payload = Base64.getDecoder().decode(envelope.path("payload").asText());

        assertThat(json(new String(payload, UTF_8)))
                .isEqualTo(
                        json(
                                """
                                {"_type":"https://in-toto.io/Statement/v1",
                                "subject":[{"name":"argocd/web","digest":{"sha256":"abc"}}],
                                "predicateType":"https://slsa.dev/verification_summary/v1",
                                "predicate":{
                                "verifier":{"id":"https://dabbawala.io/compliance-gate"},
                                "timeVerified":"2026-11-24T10:00:00Z",
                                "resourceUri":"dabbawala://in-cluster/argocd/web",
                                "policy":{"uri":"dabbawala://policies","digest":{"sha256":"f00"}},
                                "verificationResult":"PASSED","verifiedLevels":[],
                                "dabbawala":{"delivery":"d","generation":3,"revision":"r",
                                "planDigest":"sha256:def","cluster":"in-cluster",
                                "validUntil":"2026-11-24T11:00:00Z"}}}
                                """));
    }

    @Test
    void what_is_denied_has_failed() {
        assertThat(statement(false).get("predicate"))
                .asString()
                .contains("verificationResult=FAILED");
    }

    private static java.util.Map<String, Object> statement(boolean passed) {
        var plan =
                new Plan(
                        "argocd/web",
                        "d",
                        3,
                        "r",
                        "sha256:abc",
                        "sha256:def",
                        "in-cluster",
                        "default",
                        new Destination("", "", "shop"),
                        List.of(),
                        Cause.COMMIT,
                        "reconciler",
                        NOW);
        return Statement.of(plan, passed, "f00", NOW, NOW.plusSeconds(3600));
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private static Ed25519PrivateKeyParameters key(KeyPair pair) throws IOException {
        return (Ed25519PrivateKeyParameters)
                PrivateKeyFactory.createKey(pair.getPrivate().getEncoded());
    }

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
