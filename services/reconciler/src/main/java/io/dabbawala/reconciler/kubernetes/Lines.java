package io.dabbawala.reconciler.kubernetes;

import io.fabric8.kubernetes.client.http.AsyncBody;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The lines of a response, whole, in order. */
final class Lines implements AsyncBody.Consumer<List<ByteBuffer>> {

    private static final byte[] END = {};

    private final BlockingQueue<byte[]> whole = new LinkedBlockingQueue<>();
    private final ByteArrayOutputStream part = new ByteArrayOutputStream();

    @Override
    public void consume(List<ByteBuffer> buffers, AsyncBody body) {
        for (var buffer : buffers) {
            while (buffer.hasRemaining()) {
                byte next = buffer.get();
                if (next == '\n') {
                    whole.add(part.toByteArray());
                    part.reset();
                } else {
                    part.write(next);
                }
            }
        }
        body.consume();
    }

    /** No line comes after this. */
    void end() {
        whole.add(END);
    }

    /** The next line; empty if there will be none, or none came in this time. */
    Optional<byte[]> next(Duration patience) throws InterruptedException {
        var line = whole.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        return Optional.ofNullable(line).filter(one -> one != END);
    }
}
