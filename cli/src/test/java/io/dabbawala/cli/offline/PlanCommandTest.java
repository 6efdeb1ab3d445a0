package io.dabbawala.cli.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.cli.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanCommandTest {

    private static final String DESIRED =
            """
            apiVersion: batch/v1
            kind: Job
            metadata:
              generateName: migrate-
              annotations: {argocd.argoproj.io/hook: PreSync, argocd.argoproj.io/sync-wave: "2"}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: web}
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: bye, annotations: {helm.sh/hook: post-delete}}
            """;
    private static final String LIVE =
            """
            apiVersion: v1
            kind: List
            items:
            - apiVersion: v1
              kind: ConfigMap
              metadata: {name: web, namespace: shop}
            - apiVersion: v1
              kind: ConfigMap
              metadata:
                name: old
                namespace: shop
                annotations: {argocd.argoproj.io/tracking-id: "web:/ConfigMap:shop/old"}
            """;
    private static final String APPLICATION =
            """
            apiVersion: argoproj.io/v1alpha1
            kind: Application
            metadata:
              name: web
              namespace: argocd
              finalizers: [resources-finalizer.argocd.argoproj.io]
            spec: {destination: {namespace: shop}}
            """;

    @TempDir private Path folder;

    @Test
    void lines_come_in_the_order_of_the_sync() throws IOException {
        var ended =
                plan(
                        "--application",
                        file("app.yaml", APPLICATION),
                        "--live",
                        file("live.yaml", LIVE),
                        "--operation",
                        file("op.json", "{\"sync\":{\"revision\":\"0123456789\"}}"),
                        "--at",
                        "2026-11-08T18:30:00+05:30");

        assertThat(ended.lines())
                .containsExactly(
                        "{\"phase\":\"PreSync\",\"wave\":2,\"position\":1,\"step\":\"hook\","
                                + "\"kind\":\"Job\",\"namespace\":\"shop\","
                                + "\"name\":\"migrate-0123456-presync-1794142800\",\"reason\":\"\"}",
                        "{\"phase\":\"Sync\",\"wave\":0,\"position\":2,\"step\":\"skip\","
                                + "\"kind\":\"ConfigMap\",\"namespace\":\"shop\",\"name\":\"old\","
                                + "\"reason\":\"ignored (requires pruning)\"}",
                        "{\"phase\":\"Sync\",\"wave\":0,\"position\":3,\"step\":\"correct\","
                                + "\"kind\":\"ConfigMap\",\"namespace\":\"shop\",\"name\":\"web\","
                                + "\"reason\":\"\"}");
        assertThat(ended.code()).isZero();
    }

    @Test
    void what_argo_cd_ignores_everywhere_is_left_out_where_only_differences_are_applied()
            throws IOException {
        var desired = "{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, data: {a: '%s'}}";
        var only =
                APPLICATION
                        .replace(
                                "{destination:",
                                "{syncPolicy: {syncOptions: [%s]}," + " destination:")
                        .formatted("ApplyOutOfSyncOnly=true");
        var words =
                List.of(
                        "plan",
                        "--desired",
                        file("one.yaml", desired.formatted(1)),
                        "--live",
                        file("two.yaml", desired.formatted(2)),
                        "--application",
                        file("app.yaml", only));
        var settings =
                "data: {resource.customizations.ignoreDifferences.%s: 'jsonPointers: [/data]'}";

        assertThat(with(words, settings.formatted("ConfigMap")).out())
                .contains("\"skip\"", "unchanged (ApplyOutOfSyncOnly)");
        assertThat(with(words, settings.formatted("Secret")).out()).contains("\"correct\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data: {resource.exclusions: '[{kinds: [ConfigMap]}, {kinds: [Pod]}]'}",
                "data:\n  resource.exclusions: |\n    ### all\n    - kinds: [ConfigMap]\n",
                "data:\n  resource.exclusions: |\n    -\n      kinds: [ConfigMap]\n    - kinds: [Pod]\n"
            })
    void what_argo_cd_does_not_look_at_is_skipped_with_its_warning(String settings)
            throws IOException {
        var words = List.of("plan", "--desired", file("desired.yaml", DESIRED));

        assertThat(with(words, settings).lines())
                .filteredOn(line -> line.contains("ExcludedResourceWarning"))
                .singleElement()
                .asString()
                .contains("\"skip\"", "Resource /ConfigMap web is excluded in the settings");
    }

    private Typed.Ended with(List<String> words, String settings) throws IOException {
        var all = new ArrayList<>(words);
        all.addAll(List.of("--argo-settings", file("cm.yaml", settings)));
        return Typed.anywhere().run(all.toArray(String[]::new));
    }

    @Test
    void a_deletion_lists_its_hooks_and_what_goes() throws IOException {
        var ended =
                plan(
                        "--delete",
                        "--application",
                        file("app.yaml", APPLICATION),
                        "--live",
                        file("live.yaml", LIVE));

        assertThat(ended.lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("\"Sync\"", "\"prune\"", "\"old\""),
                        line -> assertThat(line).contains("\"PostDelete\"", "\"hook\"", "\"bye\""));
    }

    @Test
    void a_flux_kustomization_is_planned_in_its_stages_and_prunes_if_it_says_so()
            throws IOException {
        var kustomization =
                """
                apiVersion: kustomize.toolkit.fluxcd.io/v1
                kind: Kustomization
                metadata: {name: web}
                spec: {interval: 10m, prune: %s, targetNamespace: shop}
                """;
        var labels =
                "labels: {kustomize.toolkit.fluxcd.io/name: web,"
                        + " kustomize.toolkit.fluxcd.io/namespace: flux-system}";
        var live =
                file(
                        "live.yaml",
                        LIVE.replace("name: old", labels + "\n    name: old")
                                .replaceAll(" +annotations: .*", ""));

        var ended =
                plan(
                        "--application",
                        file("k.yaml", kustomization.formatted(true)),
                        "--live",
                        live);
        assertThat(ended.lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("\"wave\":2", "correct", "\"web\""),
                        line -> assertThat(line).contains("\"wave\":2", "create", "\"bye\""),
                        line -> assertThat(line).contains("\"wave\":2", "create", "\"Job\""),
                        line -> assertThat(line).contains("\"wave\":3", "prune", "\"old\""));

        var unpruned = file("k.yaml", kustomization.formatted(false));
        assertThat(plan("--application", unpruned, "--live", live).lines().getLast())
                .contains("skip", "\"old\"", "requires pruning");
        assertThat(plan("--application", unpruned, "--live", live, "--delete").lines())
                .singleElement()
                .asString()
                .contains("skip", "\"old\"", "the Kustomization does not prune");
    }

    @Test
    void a_field_of_a_wrong_type_is_one_error_and_nothing_else() throws IOException {
        var ended = plan("--operation", file("op.yaml", "sync: {prune: often}"));

        assertThat(ended.lines())
                .containsExactly(
                        "{\"error\":\"operation.sync.prune must be true or false, not"
                                + " \\\"often\\\"\"}");
        assertThat(ended.code()).isEqualTo(2);
    }

    private Typed.Ended plan(String... options) throws IOException {
        var words = new ArrayList<>(List.of("plan", "--desired", file("desired.yaml", DESIRED)));
        words.addAll(List.of(options));
        return Typed.anywhere().run(words.toArray(String[]::new));
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
