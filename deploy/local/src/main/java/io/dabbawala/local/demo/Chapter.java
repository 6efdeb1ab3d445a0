package io.dabbawala.local.demo;

import io.dabbawala.local.step.StepFailed;

/** One part of the story: what somebody does, and what the platform makes of it. */
interface Chapter {

    String title();

    /**
     * @throws StepFailed when something does not happen in its time
     */
    void play();
}
