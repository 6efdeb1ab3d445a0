package io.dabbawala.compliancegate;

import io.dabbawala.compliancegate.cel.Limits;
import io.dabbawala.compliancegate.kafka.GateTopology;
import io.dabbawala.compliancegate.kafka.Notary;
import io.dabbawala.compliancegate.policy.PolicyJudge;
import io.dabbawala.compliancegate.verdict.ComplianceGate;
import io.dabbawala.compliancegate.verdict.Signer;
import io.dabbawala.platform.DeadLetters;
import io.dabbawala.platform.EventCodec;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jboss.logging.Logger;

/** Makes the plain objects of this service into beans. */
final class ComplianceGateWiring {

    private static final Logger LOG = Logger.getLogger(ComplianceGateWiring.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Produces
    @Singleton
    Topology topology(
            EventCodec codec,
            DeadLetters deadLetters,
            MeterRegistry meters,
            ComplianceGateConfig config) {
        if (!config.verdictValidity().isPositive()) {
            throw new IllegalArgumentException(
                    "compliance-gate.verdict-validity: %s is no time"
                            .formatted(config.verdictValidity()));
        }
        var signer = new Signer(SigningKey.read(config.signingKeyFile()));
        LOG.infof("verdicts are signed: key=%s", signer.keyId());
        return GateTopology.build(
                codec,
                deadLetters,
                new ComplianceGate(new PolicyJudge(limits(config.expression()))),
                new Notary(signer, config.verdictValidity()),
                meters);
    }

    /** A thread that ends is followed by one that begins where the last commit was. */
    @Produces
    @Singleton
    StreamsUncaughtExceptionHandler anotherThread() {
        return failure -> {
            LOG.error("a stream thread ended, another one begins", failure);
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            return StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
        };
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
