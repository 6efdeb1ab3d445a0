package io.dabbawala.local.kafka;

/** Which broker the events go through. */
public sealed interface BrokerChoice {

    /** One that is started and stopped with the platform. */
    record Own() implements BrokerChoice {}

    /** One that runs already. */
    record Existing(String bootstrapServers) implements BrokerChoice {}
}
