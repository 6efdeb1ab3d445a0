package io.dabbawala.gitwatcher.declare.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.gitwatcher.PlainPrograms;
import io.dabbawala.gitwatcher.declare.Shop;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FluxKustomizationTest {

    private static final String APP = "flux-system/app";

    private final Shop shop = new Shop();

    @BeforeEach
    void declared() {
        shop.git
                .write(
                        "delivery/source.yaml",
                        """
                        apiVersion: source.toolkit.fluxcd.io/v1
                        kind: GitRepository
                        metadata: {name: shop, namespace: flux-system}
                        spec: {interval: 5m, url: https://git.example/shop, ref: {branch: main}}
                        """)
                .write(
                        "delivery/vars.yaml",
                        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: vars, namespace: flux-system}\n"
                                + "data: {replicas: '3', region: one}\n")
                .write("deploy/app.yaml", Shop.deployment("app", 2).replace("2", "\"${replicas}\""))
                .write("deploy/notes.txt", "nothing");
        kustomization("", "substituteFrom: [{kind: ConfigMap, name: vars}]");
    }

    @Test
    void is_an_application_that_applies_server_side_and_heals() {
        // When
        var state = look();

        // Then
        assertThat(state.problem()).isNull();
        assertThat(state.target().destination().namespace()).isEqualTo("shop");
        assertThat(state.target().syncPolicy())
                .isEqualTo(
                        new SyncPolicy(
                                true,
                                true,
                                true,
                                true,
                                List.of(
                                        "PrunePropagationPolicy=background",
                                        "ServerSideApply=true")));
        assertThat(state.target().spec())
                .contains(
                        "\"kind\":\"Kustomization\"",
                        "\"dependsOn\":[{\"name\":\"infra\"}]",
                        "\"wait\":true");
    }

    @Test
    void variables_come_from_what_is_declared_and_its_own_win() {
        assertThat(look().manifests()).contains("\"replicas\":3");

        kustomization(
                "",
                "substituteFrom: [{kind: ConfigMap, name: vars}]\n    substitute: {replicas: '5'}");
        assertThat(look().manifests()).contains("\"replicas\":5");
    }

    @Test
    void another_value_is_another_state() {
        look();
        shop.git.write(
                "delivery/vars.yaml",
                "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: vars, namespace: flux-system}\n"
                        + "data: {replicas: '7'}\n");

        assertThat(look().manifests()).contains("\"replicas\":7");
    }

    @Test
    void a_folder_without_a_kustomization_gets_one_of_all_its_yaml() {
        shop.git
                .write("deploy/deep/more.yaml", Shop.deployment("more", 1))
                .write("deploy/own/kustomization.yaml", "resources: []");

        look();

        var job = shop.programs.jobs().getLast();
        assertThat(PlainPrograms.text(job.files().get("source/deploy/kustomization.yaml")))
                .contains(
                        "[\"./app.yaml\",\"./deep/more.yaml\",\"./own\"]",
                        "\"namespace\":\"shop\"");
    }

    @Test
    void common_metadata_is_of_the_objects_only() {
        kustomization("commonMetadata: {labels: {team: shop}}", "substitute: {replicas: '1'}");

        assertThat(look().manifests())
                .contains("\"metadata\":{\"labels\":{\"team\":\"shop\"},\"name\":\"app\"}");
    }

    @Test
    void says_what_is_not_declared_in_git() {
        kustomization("", "substituteFrom: [{kind: Secret, name: token}]");
        assertThat(look().problem().problem().reason())
                .isEqualTo("substitute from 'Secret/token': it is not declared in Git");

        kustomization("", "substituteFrom: [{kind: Secret, name: token, optional: true}]");
        assertThat(look().problem()).isNull();

        shop.git.remove("delivery/source.yaml");
        assertThat(look().problem().problem().reason())
                .startsWith("GitRepository/flux-system/shop is not declared here");
    }

    @Test
    void a_suspended_one_is_not_automated() {
        kustomization("suspend: true", "substitute: {replicas: '1'}");

        assertThat(look().target().syncPolicy().automated()).isFalse();
    }

    @Test
    void one_with_a_kubeconfig_goes_to_the_cluster_that_is_called_so() {
        kustomization("kubeConfig: {secretRef: {name: pune}}", "substitute: {replicas: '1'}");

        assertThat(look().target().destination()).isEqualTo(new Destination("pune", "", "shop"));
    }

    @Test
    void one_that_leaves_git_is_withdrawn_with_what_it_applied() {
        look();
        shop.git.remove("delivery/app.yaml");

        var state = look();

        assertThat(state.isWithdrawn()).isTrue();
        assertThat(state.target().spec()).contains("\"deletion\":\"background\"");
    }

    @Test
    void what_is_encrypted_is_not_applied() {
        shop.git.write(
                "deploy/s.yaml", "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nsops: {}\n");

        assertThat(look().problem().problem().reason()).startsWith("Secret s: is SOPS encrypted");
    }

    private void kustomization(String more, String postBuild) {
        shop.git.write(
                "delivery/app.yaml",
                """
                apiVersion: kustomize.toolkit.fluxcd.io/v1
                kind: Kustomization
                metadata: {name: app, namespace: flux-system}
                spec:
                  interval: 10m
                  prune: true
                  wait: true
                  path: ./deploy
                  targetNamespace: shop
                  sourceRef: {kind: GitRepository, name: shop}
                  dependsOn: [{name: infra}]
                  %s
                  postBuild:
                    %s
                """
                        .formatted(more, postBuild));
    }

    private DesiredState look() {
        shop.push();
        return shop.look().state(APP);
    }
}
