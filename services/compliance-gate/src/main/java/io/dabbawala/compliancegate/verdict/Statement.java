package io.dabbawala.compliancegate.verdict;

import io.dabbawala.compliancegate.plan.Plan;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The in-toto statement about one plan: a verification summary of SLSA, and what the plan was. */
public final class Statement {

    private static final String VERIFIER = "https://dabbawala.io/compliance-gate";

    public static Map<String, Object> of(
            Plan plan, boolean passed, String rulesDigest, Instant verified, Instant validUntil) {
        var statement = new LinkedHashMap<String, Object>();
        statement.put("_type", "https://in-toto.io/Statement/v1");
        statement.put(
                "subject",
                List.of(ordered("name", plan.application(), "digest", sha256(plan.digest()))));
        statement.put("predicateType", "https://slsa.dev/verification_summary/v1");
        statement.put("predicate", predicate(plan, passed, rulesDigest, verified, validUntil));
        return statement;
    }

    private static Map<String, Object> predicate(
            Plan plan, boolean passed, String rulesDigest, Instant verified, Instant validUntil) {
        return ordered(
                "verifier", Map.of("id", VERIFIER),
                "timeVerified", verified.toString(),
                "resourceUri", "dabbawala://%s/%s".formatted(plan.cluster(), plan.application()),
                "policy",
                        ordered(
                                "uri",
                                "dabbawala://policies",
                                "digest",
                                Map.of("sha256", rulesDigest)),
                "verificationResult", passed ? "PASSED" : "FAILED",
                "verifiedLevels", List.of(),
                "dabbawala",
                        ordered(
                                "delivery", plan.delivery(),
                                "generation", plan.generation(),
                                "revision", plan.revision(),
                                "planDigest", plan.planDigest(),
                                "cluster", plan.cluster(),
                                "validUntil", validUntil.toString()));
    }

    private static Map<String, Object> sha256(String digest) {
        return Map.of("sha256", digest.substring(digest.indexOf(':') + 1));
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        return map;
    }

    private Statement() {}
}
