package io.dabbawala.testkit.twin;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The same contract on a real API server with controllers and simulated nodes. */
class ControlPlaneContractTest extends ApiServerContract {

    private @Nullable ControlPlane plane;
    private @Nullable ApiClient api;

    @BeforeAll
    void start(@TempDir Path state) throws Exception {
        var programs = ControlPlane.programs();
        assumeTrue(
                programs.isPresent(),
                "no control plane: KUBEBUILDER_ASSETS is not set and nothing is compiled"
                        + " (./dabba control-plane)");
        plane = ControlPlane.start(programs.get(), state.resolve("plane"));
        var http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .sslContext(plane.trust())
                        .build();
        api = new ApiClient(plane.url(), Optional.of(plane.token()), http);
    }

    @AfterAll
    void stop() throws Exception {
        if (api != null) {
            api.http().shutdownNow();
        }
        if (plane != null) {
            plane.stop();
        }
    }

    @Override
    public ApiClient api() {
        return java.util.Objects.requireNonNull(api);
    }
}
