package io.dabbawala.compliancegate;

import io.dabbawala.compliancegate.kafka.GateTopology;
import io.dabbawala.compliancegate.kafka.Notary;
import io.dabbawala.compliancegate.policy.PolicyJudge;
import io.dabbawala.compliancegate.verdict.ComplianceGate;
import io.dabbawala.compliancegate.verdict.Signer;
import io.dabbawala.expressions.Limits;
import io.dabbawala.platform.DeadLetters;
import io.dabbawala.platform.EventCodec;
import io.dabbawala.platform.streams.AnotherThread;
import io.dabbawala.platform.streams.Intake;
import io.dabbawala.platform.streams.Pause;
import io.dabbawala.platform.streams.StreamsReadiness;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/** Makes the plain objects of this service into beans. */
final class ComplianceGateWiring {

    private static final Logger LOG = Logger.getLogger(ComplianceGateWiring.class);

    @Produces
    @Singleton
    Topology topology(
            EventCodec codec, Intake intake, MeterRegistry meters, ComplianceGateConfig config) {
        if (!config.verdictValidity().isPositive()) {
            throw new IllegalArgumentException(
                    "compliance-gate.verdict-validity: %s is no time"
                            .formatted(config.verdictValidity()));
        }
        var signer = new Signer(SigningKey.read(config.signingKeyFile()));
        LOG.infof("verdicts are signed: key=%s", signer.keyId());
        return GateTopology.build(
                codec,
                intake,
                new ComplianceGate(new PolicyJudge(limits(config.expression()))),
                new Notary(signer, config.verdictValidity()),
                meters);
    }

    @Produces
    @Singleton
    Intake intake(EventCodec codec, DeadLetters deadLetters, Pause pause) {
        return new Intake(codec, deadLetters, pause);
    }

    @Produces
    @Singleton
    Pause pause() {
        return new Pause(Duration.ofSeconds(1));
    }

    @Produces
    @Singleton
    AnotherThread anotherThread(Pause pause) {
        return new AnotherThread(pause);
    }

    @Produces
    @Singleton
    @Readiness
    StreamsReadiness readiness(KafkaStreams streams) {
        return new StreamsReadiness("Plans are judged", streams);
    }

    private static Limits limits(ComplianceGateConfig.Expression config) {
        return new Limits(
                config.characters(),
                config.depth(),
                config.nesting(),
                config.iterations(),
                Limits.DEFAULT.steps(),
                Limits.DEFAULT.size(),
                config.deadline());
    }
}
