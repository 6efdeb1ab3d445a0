package io.dabbawala.testkit;

import io.dabbawala.platform.EventCodec;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Gives a service under test the contract's bytes: the registry is the one thing not started. */
final class InMemoryCodec {

    @Produces
    @Singleton
    @Alternative
    @Priority(10)
    EventCodec codec() {
        return InMemoryRegistry.codec();
    }
}
