package io.dabbawala.gitwatcher.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs the {@code git} program on a mirror. It sees no environment and no configuration but what is
 * set here; what a user wrote is never an option; what lets us in is never an argument.
 */
final class NativeGit {

    sealed interface Outcome {

        record Done(List<String> lines) implements Outcome {}

        record Failed(String reason) implements Outcome {}
    }

    private static final int OUTPUT = 32 << 20;
    private static final int BLOCK = 512;
    private static final List<String> SETTINGS =
            List.of(
                    "protocol.allow=never",
                    "protocol.ext.allow=never",
                    "protocol.version=2",
                    "fetch.fsckObjects=true",
                    "transfer.fsckObjects=true",
                    "fetch.unpackLimit=1",
                    "http.followRedirects=false",
                    "credential.helper=",
                    "core.hooksPath=/dev/null",
                    "core.fsmonitor=false",
                    "gc.pruneExpire=never");

    private final Mirror mirror;
    private final Access access;
    private final TransferLimits limits;

    NativeGit(Mirror mirror, Access access, TransferLimits limits) {
        this.mirror = mirror;
        this.access = access;
        this.limits = limits;
    }

    Outcome run(String... arguments) {
        try {
            var process = builder(arguments).start();
            process.getOutputStream().close();
            var out = text(process.getInputStream());
            var error = text(process.getErrorStream());
            if (!process.waitFor(limits.whole().toMillis(), TimeUnit.MILLISECONDS)) {
                end(process);
                return new Outcome.Failed("took longer than " + limits.whole());
            }
            return process.exitValue() == 0
                    ? new Outcome.Done(out.join().lines().toList())
                    : new Outcome.Failed(reason(error.join(), process.exitValue()));
        } catch (IOException e) {
            return new Outcome.Failed("start git: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Failed("interrupted");
        }
    }

    private ProcessBuilder builder(String... arguments) {
        var command = new ArrayList<String>();
        // A file that grows past the limit ends the program: git has no such setting of its own.
        command.addAll(List.of("/bin/sh", "-c", "ulimit -f \"$0\" && exec git \"$@\""));
        command.add(Long.toString(limits.packBytes() / BLOCK));
        command.addAll(List.of("--git-dir", mirror.repository().getDirectory().toString()));
        var scheme = mirror.url().replaceFirst(":.*", "");
        SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
        command.addAll(List.of("-c", "protocol.%s.allow=always".formatted(scheme)));
        // What is larger is checked piece by piece instead of in memory.
        command.addAll(List.of("-c", "core.bigFileThreshold=" + limits.objectBytes()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        var environment = builder.environment();
        var path = environment.getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin");
        environment.clear();
        environment.put("PATH", path);
        environment.putAll(environment());
        return builder;
    }

    private Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        environment.put("LC_ALL", "C");
        environment.put("HOME", "/nonexistent");
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
        environment.put("GIT_TERMINAL_PROMPT", "0");
        environment.put("GIT_ASKPASS", "/bin/false");
        environment.put("GIT_SSH_COMMAND", ssh());
        var settings = new LinkedHashMap<String, String>();
        settings.put("http.lowSpeedLimit", "1");
        settings.put("http.lowSpeedTime", Long.toString(limits.silence().toSeconds()));
        access.login()
                .ifPresent(
                        login ->
                                settings.put(
                                        "http.extraHeader", "Authorization: " + login.basic()));
        var index = 0;
        for (var setting : settings.entrySet()) {
            environment.put("GIT_CONFIG_KEY_" + index, setting.getKey());
            environment.put("GIT_CONFIG_VALUE_" + index, setting.getValue());
            index++;
        }
        environment.put("GIT_CONFIG_COUNT", Integer.toString(index));
        return environment;
    }

    private String ssh() {
        var command = new StringBuilder("ssh -F /dev/null -o BatchMode=yes -o IdentitiesOnly=yes");
        command.append(" -o StrictHostKeyChecking=yes -o GlobalKnownHostsFile=/dev/null");
        command.append(" -o UserKnownHostsFile=").append(quoted(access.knownHosts()));
        command.append(" -o ConnectTimeout=").append(limits.silence().toSeconds());
        return command.append(" -i ").append(quoted(access.sshKey())).toString();
    }

    /** One word for the shell that git hands the command to. */
    private static String quoted(@Nullable Path path) {
        return path == null ? "/dev/null" : "'" + path.toString().replace("'", "'\\''") + "'";
    }

    private static CompletableFuture<String> text(InputStream stream) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try (stream) {
                        return new String(stream.readNBytes(OUTPUT), UTF_8);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                Thread::startVirtualThread);
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static String reason(String error, int status) {
        var lines = error.lines().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty() ? "git ended with %d".formatted(status) : String.join("; ", lines);
    }
}
