package io.dabbawala.reconciler.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.object.ObjectRef;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigReferencesTest {

    private static final ConfigReferences SHOP = new ConfigReferences("shop");
    private static final String POD =
            """
            {"serviceAccountName": "shop",
             "initContainers": [{"name": "migrate", "envFrom": [{"secretRef": {"name": "s-from"}}]}],
             "containers": [{"name": "web", "env": [
                 {"name": "A", "valueFrom": {"configMapKeyRef": {"name": "c-key", "key": "a"}}},
                 {"name": "B", "valueFrom": {"secretKeyRef": {"name": "s-key", "key": "b"}}},
                 {"name": "C", "value": "c"}],
               "envFrom": [{"configMapRef": {"name": "c-from"}}]}],
             "volumes": [
               {"name": "v1", "configMap": {"name": "c-volume"}},
               {"name": "v2", "secret": {"secretName": "s-volume"}},
               {"name": "v3", "projected": {"sources": [
                 {"configMap": {"name": "c-projected"}}, {"secret": {"name": "s-projected"}}]}},
               {"name": "v4", "emptyDir": {}}]}
            """;

    @Test
    void finds_every_way_to_name_configuration() {
        assertThat(SHOP.in(Json.object(POD)))
                .extracting(ObjectRef::toString)
                .containsExactlyInAnyOrder(
                        "Secret shop/s-from",
                        "ConfigMap shop/c-key",
                        "Secret shop/s-key",
                        "ConfigMap shop/c-from",
                        "ConfigMap shop/c-volume",
                        "Secret shop/s-volume",
                        "ConfigMap shop/c-projected",
                        "Secret shop/s-projected");
    }

    @Test
    void renames_them_and_nothing_else() {
        var renamed = SHOP.renamed(Json.object(POD), Config::copyOf);

        assertThat(Json.write(renamed))
                .isEqualTo(
                        Json.write(
                                Json.object(
                                        POD.replaceAll("\"([cs]-[a-z]+)\"", "\"$1-primary\""))));
    }

    @Test
    void a_pod_without_configuration_stays_as_it_is() {
        var pod = Json.object("{\"containers\": [{\"name\": \"web\"}]}");

        assertThat(SHOP.in(pod)).isEmpty();
        assertThat(SHOP.renamed(pod, Config::copyOf)).isEqualTo(pod);
        assertThat(SHOP.renamed(Map.of(), Config::copyOf)).isEmpty();
    }
}
