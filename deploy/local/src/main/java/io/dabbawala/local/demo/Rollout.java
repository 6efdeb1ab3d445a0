package io.dabbawala.local.demo;

import java.time.Duration;
import java.util.Optional;

/** The rollout of checkout as it shows in the cluster: weights that change until it ends. */
final class Rollout {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Scene scene;
    private int told;
    private boolean seen;

    Rollout(Scene scene) {
        this.scene = scene;
    }

    /** Tells every change of the canary's weight until the rollout is in that phase. */
    void follow(String phase) {
        scene.teller()
                .await(
                        "the rollout of checkout to end as " + phase,
                        PATIENCE,
                        () -> {
                            tellWeight(scene.canaryWeight());
                            return seen
                                    ? scene.console()
                                            .application(Scene.CHECKOUT)
                                            .filter(Scene.phaseIs(phase))
                                    : Optional.empty();
                        },
                        () -> scene.standing(Scene.CHECKOUT) + "; traffic " + scene.traffic());
    }

    private void tellWeight(int weight) {
        if (weight != told) {
            told = weight;
            seen = true;
            scene.teller().tell("traffic: " + scene.traffic());
        }
    }
}
