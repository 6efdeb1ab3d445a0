package io.dabbawala.rolloutanalyzer.kafka;

/** Canaries of {@code shop/checkout} as they are declared. */
final class CanaryJson {

    /** The demo's: weights 30 and 60, two failed checks, every ten seconds. */
    static final String STEPS = of("\"stepWeight\":30,\"maxWeight\":60");

    static String of(String strategy) {
        return """
                {"apiVersion":"flagger.app/v1beta1","kind":"Canary",
                 "metadata":{"name":"checkout","namespace":"shop"},
                 "spec":{"provider":"gatewayapi:v1","targetRef":{"kind":"Deployment","name":"checkout"},
                  "analysis":{"interval":"10s","threshold":2,%s,"metrics":[
                   {"name":"request-success-rate","thresholdRange":{"min":99},"interval":"10s"},
                   {"name":"request-duration","thresholdRange":{"max":500},"interval":"10s"}]}}}
                """
                .formatted(strategy);
    }

    private CanaryJson() {}
}
