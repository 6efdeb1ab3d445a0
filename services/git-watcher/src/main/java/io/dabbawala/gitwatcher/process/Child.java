package io.dabbawala.gitwatcher.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One run of a program. */
final class Child {

    private static final int COMPLAINT = 64 << 10;

    private final Fence fence;
    private final RenderLimits limits;

    Child(Fence fence, RenderLimits limits) {
        this.fence = fence;
        this.limits = limits;
    }

    /** Runs in a folder it may write to, with nothing in its environment but that. */
    Ended run(Path folder, Path scratch, List<String> command) {
        try {
            var builder = new ProcessBuilder(fence.around(command)).directory(folder.toFile());
            builder.environment().clear();
            builder.environment().put("HOME", scratch.toString());
            builder.environment().put("TMPDIR", scratch.toString());
            var process = builder.start();
            process.getOutputStream().close();
            try {
                return await(process);
            } finally {
                kill(process);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("run " + command.getFirst(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + command.getFirst() + " ran", e);
        }
    }

    private Ended await(Process process) throws InterruptedException {
        var most = Math.toIntExact(limits.output());
        var output = output(process, most + 1);
        var complaint = complaint(process);
        if (!process.waitFor(limits.deadline().toMillis(), TimeUnit.MILLISECONDS)) {
            return new Ended.TooLong();
        }
        var bytes = output.join();
        return bytes.length > most
                ? new Ended.TooMuch()
                : new Ended.Exited(
                        process.exitValue(),
                        new String(bytes, UTF_8),
                        new String(complaint.join(), UTF_8));
    }

    /** Whoever writes more is killed, and what it wrote so far is kept. */
    private static CompletableFuture<byte[]> output(Process process, int most) {
        return reading(
                process.getInputStream(),
                stream -> {
                    var bytes = stream.readNBytes(most);
                    if (bytes.length == most) {
                        kill(process);
                    }
                    return bytes;
                });
    }

    private static CompletableFuture<byte[]> complaint(Process process) {
        return reading(
                process.getErrorStream(),
                stream -> {
                    var bytes = stream.readNBytes(COMPLAINT);
                    stream.transferTo(OutputStream.nullOutputStream());
                    return bytes;
                });
    }

    @FunctionalInterface
    private interface Reading {

        byte[] of(InputStream stream) throws IOException;
    }

    private static CompletableFuture<byte[]> reading(InputStream stream, Reading reading) {
        var read = new CompletableFuture<byte[]>();
        Thread.ofVirtual()
                .start(
                        () -> {
                            try (stream) {
                                read.complete(reading.of(stream));
                            } catch (IOException e) {
                                read.completeExceptionally(e);
                            }
                        });
        return read;
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
