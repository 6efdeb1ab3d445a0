package io.dabbawala.gitwatcher.declare;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.gitwatcher.declare.application.DesiredState;
import io.dabbawala.gitwatcher.declare.application.Rollback;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Applications of charts, overlays and more than one repository. */
class SeveralSourcesTest {

    private static final String WEB = "argocd/web";
    private static final String PAY = "argocd/pay";

    private final Shop shop = new Shop();

    @BeforeEach
    void chart() {
        shop.git
                .write(
                        "delivery/web.yaml",
                        """
                        apiVersion: argoproj.io/v1alpha1
                        kind: Application
                        metadata: {name: web}
                        spec:
                          destination: {namespace: shop}
                          sources:
                          - repoURL: https://git.example/shop
                            targetRevision: main
                            path: charts/web
                            helm: {valueFiles: [$env/prod.yaml]}
                          - repoURL: https://git.example/values
                            targetRevision: main
                            ref: env
                        """)
                .write("charts/web/Chart.yaml", "name: web\n")
                .write("charts/web/templates/a.yaml", Shop.deployment("web", 2))
                .write("apps/pay/kustomization.yaml", "resources: [../../base]\n")
                .write("base/kustomization.yaml", "resources: []\n");
        shop.values.write("prod.yaml", "a: 1\n");
    }

    @Test
    void waits_for_the_first_look_at_each_repository() {
        // Given
        var revision = shop.push();
        assertThat(shop.look().desired())
                .extracting(DesiredState::application)
                .containsExactly(PAY);

        // When
        var values = shop.values.push();
        var said = shop.lookAtValues();

        // Then
        assertThat(said.state(WEB))
                .satisfies(
                        state -> {
                            assertThat(state.problem()).isNull();
                            assertThat(state.repository()).isEqualTo("shop");
                            assertThat(state.revision()).isEqualTo(revision + ":" + values);
                            assertThat(state.manifests()).contains("\"web\"");
                        });
    }

    @Test
    void a_commit_that_touches_none_of_its_files_renders_nothing() {
        // Given
        settled();
        var rendered = shop.programs.jobs().size();

        // When
        shop.git.write("README.md", "read me");
        shop.push();
        shop.values.write("README.md", "read me");
        shop.values.push();

        // Then
        assertThat(shop.look().announcements()).isEmpty();
        assertThat(shop.lookAtValues().announcements()).isEmpty();
        assertThat(shop.programs.jobs()).hasSize(rendered);
    }

    @Test
    void a_base_in_another_folder_is_a_part_of_the_overlay() {
        // Given
        settled();

        // When
        shop.git.write("base/more.yaml", Shop.deployment("more", 1));
        shop.push();
        var said = shop.look();

        // Then
        assertThat(said.desired()).extracting(DesiredState::application).containsExactly(PAY);
        assertThat(said.state(PAY).manifests()).contains("\"more\"");
    }

    @Test
    void a_value_file_in_another_repository_is_a_part_of_the_chart() {
        // Given
        settled();
        var rendered = shop.programs.jobs().size();

        // When
        shop.values.write("prod.yaml", "a: 2\n");
        shop.values.push();
        shop.lookAtValues();

        // Then
        assertThat(shop.programs.jobs()).hasSizeGreaterThan(rendered);
    }

    @Test
    void a_chart_that_cannot_be_rendered_keeps_its_last_good_state() {
        // Given
        settled();

        // When
        shop.git.write("charts/web/templates/a.yaml", "fail: no such value");
        shop.push();
        var said = shop.look();

        // Then
        var state = said.state(WEB);
        assertThat(state.manifests()).contains("\"web\"");
        assertThat(state.problem())
                .satisfies(
                        problem -> {
                            assertThat(problem.problem().file())
                                    .isEqualTo("charts/web/templates/a.yaml");
                            assertThat(problem.problem().line()).isOne();
                        });
        assertThat(said.desired()).hasSize(1);
    }

    @Test
    void a_repository_nobody_configured_is_a_problem_of_its_application() {
        shop.git.write("delivery/web.yaml", Shop.application("web", "https://git.example/other"));
        shop.push();

        assertThat(shop.look().state(WEB).problem().problem().reason())
                .isEqualTo("repository https://git.example/other is not configured");
    }

    @Test
    void a_rollback_brings_back_the_commit_of_each_source() {
        // Given
        var good = twoFolders();
        var bad = more(9);
        assertThat(Step.firstOf(bad.revision())).isEqualTo(Step.firstOf(good.revision()));

        // When
        var back = rolledBack(bad, good);

        // Then
        assertThat(back.manifests()).isEqualTo(good.manifests());
        assertThat(back.revision()).isEqualTo(good.revision());
        assertThat(back.generation()).isGreaterThan(bad.generation());
    }

    @Test
    void what_was_rolled_back_stays_away_until_it_changes() {
        // Given
        var good = twoFolders();
        rolledBack(more(9), good);

        // When
        shop.git.write("apps/web/notes.txt", "nothing of it is in a manifest");
        shop.push();

        // Then
        assertThat(shop.look().desired()).as("the bad values again").isEmpty();
        assertThat(more(2).manifests()).contains("\"replicas\":2");
    }

    private DesiredState twoFolders() {
        shop.git.write(
                "delivery/web.yaml",
                """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: web}
                spec:
                  destination: {namespace: shop}
                  sources:
                  - {repoURL: 'https://git.example/shop', targetRevision: main, path: apps/web}
                  - {repoURL: 'https://git.example/values', targetRevision: main, path: extra}
                """);
        shop.values.write("extra/more.yaml", Shop.deployment("more", 1));
        shop.push();
        shop.look();
        shop.values.push();
        return shop.lookAtValues().state(WEB);
    }

    /** The second source changes. */
    private DesiredState more(int replicas) {
        shop.values.write("extra/more.yaml", Shop.deployment("more", replicas));
        shop.values.push();
        return shop.lookAtValues().state(WEB);
    }

    private DesiredState rolledBack(DesiredState bad, DesiredState good) {
        return shop.rollBack(
                        new Rollback(
                                WEB, bad.delivery(), bad.revision(), bad.digest(), good.revision()))
                .state(WEB);
    }

    private void settled() {
        shop.push();
        shop.look();
        shop.values.push();
        shop.lookAtValues();
    }
}
