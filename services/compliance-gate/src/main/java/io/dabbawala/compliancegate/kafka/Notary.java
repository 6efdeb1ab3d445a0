package io.dabbawala.compliancegate.kafka;

import io.dabbawala.compliancegate.verdict.Signer;
import java.time.Duration;

/** Who signs a verdict, and how long it is good for. */
public record Notary(Signer signer, Duration validity) {}
