package io.dabbawala.platform.streams;

import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jboss.logging.Logger;

/** A thread that ends is followed by one that begins where the last commit was. */
public final class AnotherThread implements StreamsUncaughtExceptionHandler {

    private static final Logger LOG = Logger.getLogger(AnotherThread.class);

    private final Pause pause;

    public AnotherThread(Pause pause) {
        this.pause = pause;
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable failure) {
        LOG.error("a stream thread ended, another one begins", failure);
        pause.passes();
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}
