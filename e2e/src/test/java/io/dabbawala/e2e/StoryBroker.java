package io.dabbawala.e2e;

import io.dabbawala.local.kafka.BrokerChoice;

/** The broker the stories are played on. */
interface StoryBroker extends AutoCloseable {

    BrokerChoice choice();

    @Override
    void close();

    /** The one that is started with the platform, as a process of its own. */
    static StoryBroker ofThePlatform() {
        return new StoryBroker() {
            @Override
            public BrokerChoice choice() {
                return new BrokerChoice.Own();
            }

            @Override
            public void close() {
                // it is stopped with the platform
            }
        };
    }
}
