package io.dabbawala.gitwatcher.kafka;

import io.dabbawala.platform.EventCodec;
import io.dabbawala.testkit.InMemoryRegistry;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The contract's bytes without a registry beside the test. */
final class TestCodec {

    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    EventCodec codec() {
        return InMemoryRegistry.codec();
    }
}
