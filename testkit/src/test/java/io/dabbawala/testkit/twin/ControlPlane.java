package io.dabbawala.testkit.twin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A real control plane for tests, started by the scripts of {@code deploy/local/control-plane}. */
final class ControlPlane {

    private static final Path SCRIPTS = Path.of("..", "deploy", "local", "control-plane");
    private static final List<String> PROGRAMS =
            List.of(
                    "etcd",
                    "kube-apiserver",
                    "kube-controller-manager",
                    "kube-scheduler",
                    "kubectl",
                    "kwok");

    private final Path programs;
    private final Path state;
    private final String kubeconfig;

    private ControlPlane(Path programs, Path state, String kubeconfig) {
        this.programs = programs;
        this.state = state;
        this.kubeconfig = kubeconfig;
    }

    /** Where its programs are, when they are there: nothing is compiled for a test. */
    static Optional<Path> programs() {
        var cache =
                Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                        .map(Path::of)
                        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"));
        return Optional.ofNullable(System.getenv("KUBEBUILDER_ASSETS"))
                .map(Path::of)
                .or(() -> Optional.of(cache.resolve("dabbawala/control-plane-1.36.3")))
                .filter(
                        folder ->
                                PROGRAMS.stream()
                                        .allMatch(p -> Files.isExecutable(folder.resolve(p))));
    }

    static ControlPlane start(Path programs, Path state) throws IOException, InterruptedException {
        run("up", state, programs, "2");
        return new ControlPlane(programs, state, Files.readString(state.resolve("kubeconfig")));
    }

    String url() {
        return find("server: \"([^\"]+)\"");
    }

    String token() {
        return find("token: \"([^\"]+)\"");
    }

    /** Trusts the certificate the server made for itself. */
    SSLContext trust() throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(state.resolve("certs/apiserver.crt"))) {
            var number = 0;
            for (var certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("apiserver-" + number++, certificate);
            }
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    void stop() throws IOException, InterruptedException {
        run("down", state, programs);
    }

    private static void run(String script, Path state, Path programs, String... more)
            throws IOException, InterruptedException {
        var line = new java.util.ArrayList<String>();
        line.add(SCRIPTS.resolve(script).toAbsolutePath().normalize().toString());
        line.add(state.toString());
        line.addAll(List.of(more));
        var builder = new ProcessBuilder(line).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("KUBEBUILDER_ASSETS", programs.toString());
        var code = builder.start().waitFor();
        if (code != 0) {
            throw new IllegalStateException(script + " " + state + " ended with " + code);
        }
    }

    private String find(String pattern) {
        var matcher = Pattern.compile(pattern).matcher(kubeconfig);
        if (!matcher.find()) {
            throw new IllegalStateException(pattern + " is not in the kubeconfig");
        }
        return matcher.group(1);
    }
}
