package io.dabbawala.testkit.twin;

import java.net.http.HttpClient;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class TwinContractTest extends ApiServerContract {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private TwinApiServer twin;

    @BeforeAll
    void start() {
        twin = TwinApiServer.start();
    }

    @AfterAll
    void stop() {
        http.shutdownNow();
        twin.close();
    }

    @Override
    public ApiClient api() {
        return new ApiClient(twin.url(), Optional.empty(), http);
    }
}
