package io.dabbawala.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dabbawala.cli.print.Page;
import io.dabbawala.cli.print.Palette;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ViewsTest {

    private static final Instant NOW = Instant.parse("2026-11-08T13:00:00Z");
    private static final Page PAGE = new Page(new Palette(false), 0, false, NOW);
    private static final Page WIDE = new Page(new Palette(false), 0, true, NOW);
    private static final String COMMIT = "3f2a9c1d5b6e7f8091a2b3c4d5e6f708192a3b4c";

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(text, e);
        }
    }

    private static final JsonNode APPLICATION =
            json(
                    """
                    {'application': 'argocd/checkout', 'sync': 'Synced', 'health': 'Progressing',
                     'revision': '%s', 'generation': 4, 'delivery': 'd4', 'digest': 'sha256:ab',
                     'message': 'canary at 20 %%', 'updatedAt': '2026-11-08T12:59:48Z', 'paused': true,
                     'declaredAt': '2026-11-08T12:58:00Z', 'quarantined': ['sha256:bad'],
                     'rollout': {'rollout': 'shop/checkout', 'phase': 'Progressing', 'canaryWeight': 20},
                     'rollouts': [{'rollout': 'shop/checkout', 'phase': 'Progressing',
                                   'canaryWeight': 20, 'failedChecks': 1, 'threshold': 5}],
                     'problem': {'file': 'apps/web.yaml', 'line': 3, 'column': 7, 'reason': 'a tab',
                                 'revision': '%s'},
                     'lastSync': {'outcome': 'SUCCEEDED', 'reason': '', 'startedAt': '2026-11-08T12:58:01Z',
                                  'finishedAt': '2026-11-08T12:58:04Z',
                                  'objects': [{'kind': 'Deployment', 'namespace': 'shop', 'name': 'checkout',
                                               'outcome': 'CONFIGURED', 'health': 'Healthy', 'message': ''}]}}
                    """
                            .formatted(COMMIT, COMMIT));

    @Test
    void a_list_shows_a_row_each() {
        var list = json("[" + APPLICATION + "]");
        assertThat(new ApplicationList().lines(list, PAGE))
                .containsExactly(
                        "APPLICATION       SYNC     HEALTH        REVISION   ROLLOUT            AGE   MESSAGE",
                        "argocd/checkout   Synced   Progressing   3f2a9c1d   Progressing 20 %   12s   canary at 20 %");
        assertThat(new ApplicationList().lines(list, WIDE).getLast())
                .contains(COMMIT, "true", "2026-11-08T12:59:48Z", "d4");
        assertThat(new ApplicationList().names(list)).containsExactly("argocd/checkout");
    }

    @Test
    void an_empty_list_says_what_would_fill_it() {
        assertThat(new ApplicationList().lines(json("[]"), PAGE).getFirst()).contains("Push one");
        assertThat(new ApplicationList().names(json("[]"))).isEmpty();
    }

    @Test
    void one_application_shows_all_that_matters() {
        assertThat(new ApplicationDetail().lines(APPLICATION, PAGE))
                .containsExactly(
                        "application argocd/checkout",
                        "sync        Synced",
                        "health      Progressing",
                        "message     canary at 20 %",
                        "revision    " + COMMIT,
                        "declared    2026-11-08T12:58:00Z (2m ago)",
                        "delivery    d4",
                        "paused      yes; dabba resume argocd/checkout",
                        "rollout     shop/checkout  Progressing  [####................] 20 %, 1 of 5 failed checks",
                        "quarantined sha256:bad",
                        "problem     apps/web.yaml:3:7 a tab (3f2a9c1d)",
                        "last sync   SUCCEEDED, 116s ago, took 3s",
                        "",
                        "KIND         NAMESPACE   NAME       LAST SYNC    HEALTH THEN   MESSAGE",
                        "Deployment   shop        checkout   CONFIGURED   Healthy");
        assertThat(new ApplicationDetail().lines(APPLICATION, WIDE))
                .contains("generation  4", "digest      sha256:ab");
    }

    @Test
    void a_finished_rollout_has_no_weight_to_show() {
        var done = "[{'application': 'a/b', 'rollout': {'phase': 'Succeeded', 'canaryWeight': 0}}]";
        assertThat(new ApplicationList().lines(json(done), PAGE).getLast())
                .contains("Succeeded")
                .doesNotContain("%");
    }

    @Test
    void why_is_one_screen() {
        var why =
                json(
                        """
                        {'application': 'argocd/web', 'state': 'Denied', 'headline': 'the gate denied it',
                         'reasons': [{'code': 'POLICY_DENIED', 'message': 'region must start with india-',
                                      'object': 'ConfigMap/shop/web', 'field': '/data/region',
                                      'policy': 'data-locality', 'since': '2026-11-08T12:55:00Z'}],
                         'next': 'push a revision that keeps the policy', 'delivery': 'd5'}""");
        assertThat(new WhyScreen().lines(why, PAGE))
                .containsExactly(
                        "argocd/web is Denied: the gate denied it",
                        "  - POLICY_DENIED: region must start with india-",
                        "      object ConfigMap/shop/web, field /data/region, policy data-locality",
                        "      since 2026-11-08T12:55:00Z (5m)",
                        "",
                        "next        push a revision that keeps the policy",
                        "delivery    d5");
    }

    @Test
    void deliveries_are_a_table_and_one_is_a_story() {
        var delivery =
                json(
                        """
                        {'delivery': 'd5', 'application': 'argocd/web', 'revision': '%s', 'outcome': 'Delivered',
                         'startedAt': '2026-11-08T12:50:00Z', 'finishedAt': '2026-11-08T12:50:09Z',
                         'events': [{'time': '2026-11-08T12:50:00Z', 'source': 'git-watcher', 'summary': 'pushed', 'id': 'e1'},
                                    {'time': '2026-11-08T12:50:09.300Z', 'source': 'reconciler', 'summary': 'applied', 'id': 'e2'}]}"""
                                .formatted(COMMIT));
        assertThat(new DeliveryList().lines(json("[" + delivery + "]"), PAGE).getLast())
                .isEqualTo("d5         argocd/web    3f2a9c1d   Delivered   10m ago   9s");
        assertThat(new DeliveryStory().lines(delivery, PAGE))
                .endsWith(
                        "took        9s",
                        "",
                        "  +   0.0 s  git-watcher      pushed",
                        "  +   9.3 s  reconciler       applied");
        assertThat(new DeliveryStory().lines(delivery, WIDE).getLast()).endsWith("applied  e2");
    }

    /** What an older or newer console leaves out. */
    @Test
    void an_answer_without_fields_is_shown_without_them() {
        Stream.of(new ApplicationDetail(), new WhyScreen(), new DeliveryStory())
                .forEach(view -> assertThat(view.lines(json("{}"), PAGE)).isNotNull());
        assertThat(new ApplicationList().lines(json("[{}]"), PAGE)).hasSize(2);
        assertThat(new DeliveryList().lines(json("[{}]"), PAGE)).hasSize(2);
        assertThat(new EventLines().lines(json("[{}]"), WIDE)).hasSize(1);
        assertThat(List.of(json("[]")))
                .allSatisfy(none -> assertThat(new EventLines().lines(none, PAGE)).isEmpty());
    }
}
