package io.dabbawala.reconciler.rollout;

import static io.dabbawala.reconciler.rollout.Shop.canary;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.object.Tree;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RolloutServicesTest {

    private static final SelectorLabel LABEL = new SelectorLabel("app", "shop");
    private static final String POD =
            """
            {"containers": [
              {"name": "web", "ports": [{"containerPort": 8080}, {"containerPort": 9090, "name": "grpc"}]},
              {"name": "istio-proxy", "ports": [{"containerPort": 15090}]}]}
            """;

    @Test
    void the_name_users_call_leads_to_the_primary() {
        assertThat(selector(services(canary()).apex())).isEqualTo("shop-primary");
        assertThat(selector(services(canary()).primary())).isEqualTo("shop-primary");
        assertThat(selector(services(canary()).canaryTrack())).isEqualTo("shop");
    }

    @Test
    void names_follow_the_service_when_it_has_its_own() {
        var canary = canary("\"port\": 80,", "\"port\": 80, \"name\": \"pay\",");

        assertThat(services(canary).apex().ref().name()).isEqualTo("pay");
        assertThat(services(canary).primary().ref().name()).isEqualTo("pay-primary");
        assertThat(services(canary).canaryTrack().ref().name()).isEqualTo("pay-canary");
    }

    @Test
    void the_port_is_called_http_unless_it_has_a_name() {
        assertThat(ports(canary()))
                .isEqualTo(
                        """
                        [{"name":"http","port":80,"protocol":"TCP","targetPort":8080}]\
                        """);
        assertThat(ports(canary("\"targetPort\": 8080", "\"portName\": \"grpc\"")))
                .isEqualTo(
                        """
                        [{"name":"grpc","port":80,"protocol":"TCP","targetPort":80}]\
                        """);
    }

    @Test
    void other_ports_are_found_when_asked_for_but_not_those_of_sidecars() {
        var canary = canary("\"port\": 80,", "\"port\": 80, \"portDiscovery\": true,");

        assertThat(ports(canary))
                .isEqualTo(
                        """
                        [{"name":"http","port":80,"protocol":"TCP","targetPort":8080},\
                        {"name":"grpc","port":9090,"protocol":"TCP","targetPort":9090}]\
                        """);
    }

    @Test
    void a_service_may_be_headless_and_carry_labels() {
        var canary =
                canary(
                        "\"port\": 80,",
                        """
                        "port": 80, "headless": true,
                        "apex": {"labels": {"team": "buying"}, "annotations": {"note": "x"}},
                        """);
        var apex = services(canary).apex().content();

        assertThat(Tree.text(apex, "spec", "clusterIP")).isEqualTo("None");
        assertThat(Tree.text(apex, "metadata", "labels", "team")).isEqualTo("buying");
        assertThat(Tree.text(apex, "metadata", "annotations", "note")).isEqualTo("x");
        assertThat(Tree.at(services(canary()).apex().content(), "spec", "clusterIP")).isEmpty();
    }

    private static RolloutServices services(Canary canary) {
        return new RolloutServices(canary, LABEL, Json.object(POD));
    }

    private static String ports(Canary canary) {
        return Json.write(Tree.list(services(canary).apex().content(), "spec", "ports"));
    }

    private static String selector(Manifest service) {
        Map<String, Object> selector = Tree.map(service.content(), "spec", "selector");
        return Tree.text(selector, "app");
    }
}
