package io.dabbawala.reconciler.rollout;

import static io.dabbawala.reconciler.rollout.Shop.canary;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.object.LiveObject;
import org.junit.jupiter.api.Test;

class GatewayRouteTest {

    @Test
    void gives_both_tracks_their_share_of_everything() {
        assertThat(spec(canary(), 30))
                .isEqualTo(
                        """
                        {"parentRefs":[{"name":"public","namespace":"shop"}],"rules":[\
                        {"backendRefs":[\
                        {"name":"checkout-primary","port":80,"weight":70},\
                        {"name":"checkout-canary","port":80,"weight":30}],\
                        "matches":[{"path":{"type":"PathPrefix","value":"/"}}]}]}\
                        """);
    }

    @Test
    void keeps_hosts_and_times() {
        var canary =
                canary(
                        "\"port\": 80,",
                        """
                        "port": 80, "hosts": ["shop.example"], "timeout": "15s",
                        "backendTimeout": "5s",
                        """);

        assertThat(spec(canary, 0))
                .contains("\"hostnames\":[\"shop.example\"]")
                .contains("\"timeouts\":{\"backendRequest\":\"5s\",\"request\":\"15s\"}");
    }

    @Test
    void reads_matches_as_canaries_write_them() {
        var canary =
                canary(
                        "\"port\": 80,",
                        """
                        "port": 80, "match": [
                          {"uri": {"prefix": "/api"}, "method": {"exact": "GET"},
                           "headers": {"x-user": {"exact": "insider"}},
                           "queryParams": {"v": {"prefix": "2"}}},
                          {"uri": {"regex": "/v[0-9]+"}}],
                        """);

        assertThat(spec(canary, 0))
                .contains(
                        """
                        "matches":[{"headers":[{"name":"x-user","type":"Exact","value":"insider"}],\
                        "method":"GET","path":{"type":"PathPrefix","value":"/api"},\
                        "queryParams":[{"name":"v","type":"RegularExpression","value":"2.*"}]},\
                        {"path":{"type":"RegularExpression","value":"/v[0-9]+"}}]\
                        """);
    }

    @Test
    void reads_the_share_back() {
        var route = LiveObject.of(GatewayRoute.of(canary(), 30).content());

        assertThat(GatewayRoute.weightIn(route, canary())).contains(30);
    }

    @Test
    void a_route_that_leads_elsewhere_gives_no_share() {
        var route =
                LiveObject.of(
                        Json.object(
                                """
                                {"kind": "HTTPRoute", "metadata": {"name": "checkout"},
                                 "spec": {"rules": [{"backendRefs": [{"name": "other"}]}]}}
                                """));

        assertThat(GatewayRoute.weightIn(route, canary())).isEmpty();
    }

    private static String spec(Canary canary, int weight) {
        return Json.write(GatewayRoute.of(canary, weight).content().get("spec"));
    }
}
