package io.dabbawala.reconciler.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.object.Tree;
import io.dabbawala.testkit.twin.TwinApiServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TwinClusterTest extends FluxMarksContract {

    private static TwinApiServer twin;

    @BeforeAll
    static void start() {
        twin = TwinApiServer.start();
    }

    @AfterAll
    static void stop() {
        twin.close();
    }

    @Override
    String kubeconfig() {
        return twin.kubeconfig();
    }

    @Test
    void a_watch_of_a_past_that_is_forgotten_is_gone() throws InterruptedException {
        apply(config("web", "1"));
        twin.forgetEvents();
        var lines = new Lines();
        var path = "/api/v1/configmaps?watch=1&timeoutSeconds=5&resourceVersion=1";

        var response = new Api(client).stream(path, lines);
        response.body().consume();

        if (response.code() != Answer.GONE) {
            var event = Json.object(lines.next(PATIENCE).orElseThrow());
            assertThat(Tree.text(event, "type")).isEqualTo("ERROR");
            assertThat(Tree.number(event, "object", "code").orElse(0)).isEqualTo(Answer.GONE);
        }
    }
}
