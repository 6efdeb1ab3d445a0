package io.dabbawala.compliancegate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

@ConfigMapping(prefix = "compliance-gate")
public interface ComplianceGateConfig {

    /** The Ed25519 key that signs verdicts: PKCS#8 in PEM. */
    Path signingKeyFile();

    /** How long a plan may be carried out after it was admitted. */
    @WithDefault("PT1H")
    Duration verdictValidity();

    Expression expression();

    /** How far an expression of a policy may go. */
    interface Expression {

        @WithDefault("4096")
        int characters();

        /** Of brackets and operators. */
        @WithDefault("32")
        int depth();

        /** Of loops in loops. */
        @WithDefault("2")
        int nesting();

        /** Of all loops of an expression together. */
        @WithDefault("10000")
        int iterations();

        /** By the wall clock, to compile or to evaluate. */
        @WithDefault("PT2S")
        Duration deadline();
    }
}
