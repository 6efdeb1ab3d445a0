package io.dabbawala.gitwatcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** An address nobody has any business with; it counts who comes anyway. */
public final class Lure implements AutoCloseable {

    private final ServerSocket socket;
    private final AtomicInteger visitors = new AtomicInteger();

    public Lure() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    public int visitors() {
        return visitors.get();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try (var visitor = socket.accept()) {
                visitors.incrementAndGet();
                visitor.getOutputStream().write("HTTP/1.1 404 No\r\n\r\n".getBytes());
            } catch (IOException _) {
                // closed, by us or by the visitor
            }
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
