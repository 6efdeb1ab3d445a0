package io.dabbawala.compliancegate.kafka;

import io.dabbawala.compliancegate.plan.Plan;
import io.dabbawala.compliancegate.verdict.Decision;
import io.dabbawala.compliancegate.verdict.Statement;
import io.dabbawala.events.Finding;
import io.dabbawala.events.GateDecision;
import io.dabbawala.events.GateVerdict;
import io.dabbawala.events.ObjectRef;
import java.time.Instant;

/** Our words as {@code gate-verdicts}, with the proof that they are ours. */
final class VerdictMessages {

    private final Notary notary;

    VerdictMessages(Notary notary) {
        this.notary = notary;
    }

    /** rules is the digest of the rules the decision was made by. */
    GateVerdict write(Plan plan, Decision decision, String rules, Instant now) {
        var until = now.plus(notary.validity());
        var verdict =
                GateVerdict.newBuilder()
                        .setApplication(plan.application())
                        .setDelivery(plan.delivery())
                        .setGeneration(plan.generation())
                        .setRevision(plan.revision())
                        .setDigest(plan.digest())
                        .setPlanDigest(plan.planDigest())
                        .setCluster(plan.cluster())
                        .setFindings(
                                decision.findings().stream().map(VerdictMessages::finding).toList())
                        .setReason(decision.reason())
                        .setJudgedAt(now);
        return switch (decision) {
            case Decision.Admitted _ ->
                    verdict.setDecision(GateDecision.ADMITTED)
                            .setAttestation(sign(plan, true, rules, now, until))
                            .setValidUntil(until)
                            .build();
            case Decision.Denied _ ->
                    verdict.setDecision(GateDecision.DENIED)
                            .setAttestation(sign(plan, false, rules, now, until))
                            .build();
            case Decision.Held _ -> verdict.setDecision(GateDecision.HELD).build();
        };
    }

    private String sign(Plan plan, boolean passed, String rules, Instant now, Instant until) {
        return notary.signer().sign(Statement.of(plan, passed, rules, now, until));
    }

    private static Finding finding(io.dabbawala.compliancegate.policy.Finding finding) {
        var object = finding.object();
        return Finding.newBuilder()
                .setPolicy(finding.policy())
                .setValidation(finding.validation())
                .setAction(finding.action().word())
                .setObject(
                        new ObjectRef(
                                object.group(),
                                object.version(),
                                object.kind(),
                                object.namespace(),
                                object.name()))
                .setField(finding.field().orElse(null))
                .setMessage(finding.message())
                .build();
    }
}
