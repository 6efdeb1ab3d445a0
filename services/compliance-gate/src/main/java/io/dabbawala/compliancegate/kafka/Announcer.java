package io.dabbawala.compliancegate.kafka;

import io.dabbawala.compliancegate.plan.Plan;
import io.dabbawala.compliancegate.verdict.Decision;
import io.dabbawala.events.Topics;
import io.dabbawala.platform.Envelope;
import io.dabbawala.platform.EventCodec;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.jboss.logging.Logger;

/** Makes records out of answers, counts them and logs them. */
final class Announcer {

    /** rules is the digest of the rules the decision was made by. */
    record Answer(Plan plan, Decision decision, String rules) {}

    private static final Logger LOG = Logger.getLogger(Announcer.class);
    private static final String SERVICE = "compliance-gate";

    private final EventCodec codec;
    private final VerdictMessages messages;
    private final MeterRegistry meters;

    Announcer(EventCodec codec, Notary notary, MeterRegistry meters) {
        this.codec = codec;
        this.messages = new VerdictMessages(notary);
        this.meters = meters;
    }

    /** The same answer to the same plan is the same event. */
    Record<String, byte[]> record(
            String application, Answer answer, Envelope request, Instant now) {
        var plan = answer.plan();
        var decision = answer.decision();
        var event = messages.write(plan, decision, answer.rules(), now);
        var step = plan.planDigest() + "|" + decision.step();
        var envelope = request.causes(SERVICE, "GateVerdict", application, step, now);
        meters.counter("compliance_gate_verdicts", "decision", decision.name()).increment();
        LOG.infof(
                "plan judged: application=%s decision=%s generation=%d revision=%s plan=%s"
                        + " findings=%d reason=%s",
                application,
                decision.name(),
                plan.generation(),
                plan.revision(),
                plan.planDigest(),
                decision.findings().size(),
                decision.reason());
        return new Record<>(
                application,
                codec.encode(Topics.GATE_VERDICTS, event),
                now.toEpochMilli(),
                envelope.writeTo(new RecordHeaders()));
    }

    void overtaken(Plan plan) {
        meters.counter("compliance_gate_overtaken_plans").increment();
        LOG.infof(
                "plan not judged, a newer one is known: application=%s generation=%d plan=%s",
                plan.application(), plan.generation(), plan.planDigest());
    }
}
