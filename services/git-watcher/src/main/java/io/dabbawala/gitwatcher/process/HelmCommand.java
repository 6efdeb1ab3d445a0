package io.dabbawala.gitwatcher.process;

import com.marcnuri.helm.TemplateCommand;
import com.marcnuri.helm.jni.HelmLib;
import com.sun.jna.Library;
import io.dabbawala.gitwatcher.helm.HelmTemplate;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The command that takes Helm's arguments: a program, or a small JVM with Helm as a native library.
 * The library never comes into this process: it brings a Go runtime with its own threads, signals
 * and memory.
 */
record HelmCommand(List<String> command, boolean takesApiVersions) {

    private static final String LIBRARY = "helm-linux-amd64.so";

    static HelmCommand of(Tools tools, Path scratch) {
        return tools.helm()
                .map(program -> new HelmCommand(List.of(program.toString()), true))
                .orElseGet(() -> new HelmCommand(jvm(unpacked(tools.library()), scratch), false));
    }

    private static List<String> jvm(Path library, Path scratch) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-Xss1m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:CICompilerCount=1",
                "-XX:ReservedCodeCacheSize=32m",
                "-Xshare:auto",
                "-Xlog:disable", // a warning among the manifests would be one of them
                "-Xlog:all=warning:stderr",
                "-XX:+DisplayVMOutputToStderr",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + scratch,
                "-Djna.tmpdir=" + scratch,
                "-Djna.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                classPath(),
                HelmTemplate.class.getName(),
                library.toString());
    }

    /** Only what the child needs: its class, the library's and those that call native code. */
    private static String classPath() {
        return Stream.of(HelmTemplate.class, TemplateCommand.class, HelmLib.class, Library.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .map(location -> Path.of(URI.create(location.toString())).toString())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path unpacked(Path folder) {
        var library = folder.resolve(LIBRARY).toAbsolutePath();
        if (Files.exists(library)) {
            return library;
        }
        try (var packed = HelmCommand.class.getResourceAsStream("/" + LIBRARY)) {
            if (packed == null) {
                throw new IllegalStateException(
                        "there is no Helm for this machine: name one with"
                                + " git-watcher.rendering.helm");
            }
            Files.createDirectories(library.getParent());
            var part = Files.createTempFile(library.getParent(), LIBRARY, ".part");
            Files.copy(packed, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, library, StandardCopyOption.ATOMIC_MOVE);
            return library;
        } catch (IOException e) {
            throw new UncheckedIOException("unpack Helm to " + library, e);
        }
    }
}
