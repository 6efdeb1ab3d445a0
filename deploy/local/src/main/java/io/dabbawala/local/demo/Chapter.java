package io.dabbawala.local.demo;

/** One part of the story: what somebody does, and what the platform makes of it. */
interface Chapter {

    String title();

    /**
     * @throws StoryFailed when something does not happen in its time
     */
    void play();
}
