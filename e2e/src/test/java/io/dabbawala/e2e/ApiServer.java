package io.dabbawala.e2e;

import io.dabbawala.local.Platform;
import io.dabbawala.local.process.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The API server of a real control plane, which can be killed and comes back with the etcd it had.
 *
 * @param state of the control plane, as its scripts know it
 * @param line what it was started with
 */
record ApiServer(Path state, ProcessHandle process, List<String> line) {

    private static final String NAME = "kube-apiserver";

    static ApiServer of(Platform platform) {
        var state = platform.layout().state().resolve("control-plane");
        var process =
                lines(state.resolve("pids"))
                        .filter(one -> one.endsWith(" " + NAME))
                        .map(one -> ProcessHandle.of(Long.parseLong(one.split(" ")[0])))
                        .reduce((_, last) -> last)
                        .flatMap(last -> last)
                        .orElseThrow();
        var line = new ArrayList<String>();
        line.add(process.info().command().orElseThrow());
        line.addAll(List.of(process.info().arguments().orElseThrow()));
        return new ApiServer(state, process, line);
    }

    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** With the same etcd. The script that stops the control plane knows of it. */
    ApiServer start() {
        try {
            var log = state.resolve("logs").resolve(NAME + ".log").toFile();
            var next =
                    new ProcessBuilder(line)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                            .start();
            Files.writeString(
                    state.resolve("pids"),
                    "%d %s%n".formatted(next.pid(), NAME),
                    StandardOpenOption.APPEND);
            return new ApiServer(state, next.toHandle(), line);
        } catch (IOException e) {
            throw new UncheckedIOException("start " + NAME, e);
        }
    }

    /** Takes what etcd remembers of the past, so that nobody can go on from there. */
    void forgetThePast() {
        var etcd = argument("--etcd-servers=(.+)");
        var revision = asked(etcd, "range", "{\"key\": \"AA==\"}");
        var matcher = Pattern.compile("\"revision\":\"(\\d+)\"").matcher(revision);
        if (!matcher.find()) {
            throw new AssertionError("etcd does not say its revision: " + revision);
        }
        asked(
                etcd,
                "compaction",
                "{\"revision\": \"%s\", \"physical\": true}".formatted(matcher.group(1)));
    }

    private static String asked(String etcd, String what, String body) {
        var answer =
                Http.send(
                        HttpRequest.newBuilder(URI.create(etcd + "/v3/kv/" + what))
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build());
        if (answer.statusCode() != 200) {
            throw new AssertionError("etcd: " + what + ": " + answer.body());
        }
        return answer.body();
    }

    private String argument(String pattern) {
        return line.stream()
                .map(Pattern.compile(pattern)::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException("read " + file, e);
        }
    }
}
