package io.dabbawala.gitwatcher.declare;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.gitwatcher.declare.application.DesiredState;
import io.dabbawala.gitwatcher.declare.application.Rollback;
import io.dabbawala.gitwatcher.declare.repository.SourceProblem;
import io.dabbawala.gitwatcher.render.Problem;
import org.junit.jupiter.api.Test;

class PushesTest {

    private static final String WEB = "argocd/web";
    private static final String PAY = "argocd/pay";

    private final Shop shop = new Shop();

    @Test
    void the_first_look_declares_what_the_folder_holds_and_desires_each_application() {
        // Given
        var revision = shop.push();

        // When
        var said = shop.look();

        // Then
        assertThat(said.declared())
                .containsExactly("Application/argocd/pay", "Application/argocd/web");
        assertThat(said.desired()).extracting(DesiredState::application).containsExactly(PAY, WEB);
        assertThat(said.state(WEB))
                .satisfies(
                        state -> {
                            assertThat(state.revision()).isEqualTo(revision);
                            assertThat(state.generation()).isOne();
                            assertThat(state.manifests()).contains("\"replicas\":2");
                            assertThat(state.delivery()).isNotEmpty();
                        });
    }

    @Test
    void looking_again_says_nothing() {
        shop.push();
        shop.look();

        assertThat(shop.look().announcements()).isEmpty();
    }

    @Test
    void a_look_that_was_not_recorded_says_the_same_again() {
        // Given
        shop.push();

        // When
        var lost = shop.lookAndCrash();
        var again = shop.look();

        // Then
        assertThat(again.desired()).isEqualTo(lost.desired());
    }

    @Test
    void only_the_application_whose_folder_moved_is_desired() {
        // Given
        shop.push();
        shop.look();

        // When
        shop.git.write("apps/web/deployment.yaml", Shop.deployment("web", 3));
        shop.push();
        var said = shop.look();

        // Then
        assertThat(said.desired()).extracting(DesiredState::application).containsExactly(WEB);
        assertThat(said.state(WEB).generation()).isEqualTo(2);
    }

    @Test
    void an_option_that_only_the_reconciler_reads_makes_a_new_generation() {
        shop.push();
        shop.look();
        var web = Shop.application("web", Shop.URL) + "  ignoreDifferences: [{kind: Job}]\n";
        shop.git.write("delivery/web.yaml", web);
        shop.push();

        assertThat(shop.look().state(WEB).generation()).isEqualTo(2);
    }

    @Test
    void a_readme_costs_a_commit_and_nothing_else() {
        // Given
        shop.push();
        shop.look();

        // When
        shop.git.write("README.md", "read me");
        shop.push();
        var said = shop.look();

        // Then
        assertThat(said.commits()).isOne();
        assertThat(said.announcements()).isEmpty();
    }

    @Test
    void an_unreadable_manifest_is_a_problem_beside_the_last_good_state_and_others_go_on() {
        // Given
        shop.push();
        var good = shop.look().state(PAY);

        // When
        shop.git.write("apps/pay/broken.yaml", "kind: Service\nmetadata: {name: a\n");
        shop.git.write("apps/web/deployment.yaml", Shop.deployment("web", 3));
        var bad = shop.push();
        var said = shop.look();

        // Then
        assertThat(said.state(WEB).generation()).isEqualTo(2);
        assertThat(said.state(PAY).digest()).isEqualTo(good.digest());
        assertThat(said.state(PAY).generation()).isEqualTo(good.generation());
        assertThat(said.state(PAY).problem())
                .isNotNull()
                .satisfies(found -> assertThat(found.revision()).isEqualTo(bad))
                .extracting(SourceProblem::problem)
                .extracting(Problem::file, Problem::line)
                .containsExactly("apps/pay/broken.yaml", 3);
    }

    @Test
    void the_same_problem_is_told_once_and_its_end_is_a_new_generation() {
        // Given
        shop.push();
        shop.look();
        shop.git.write("apps/pay/broken.yaml", "a: [");
        shop.push();
        shop.look();

        // When
        shop.git.remove("apps/pay/broken.yaml");
        shop.push();
        var mended = shop.look();

        // Then
        assertThat(mended.state(PAY).problem()).isNull();
        assertThat(mended.state(PAY).generation()).isEqualTo(2);
    }

    @Test
    void an_application_that_leaves_the_folder_is_withdrawn() {
        // Given
        shop.push();
        shop.look();

        // When
        shop.git.remove("delivery/pay.yaml");
        shop.push();

        // Then
        assertThat(shop.look().withdrawn()).containsExactly("Application/argocd/pay");
    }

    @Test
    void a_file_that_became_unreadable_withdraws_nothing() {
        // Given
        shop.push();
        shop.look();

        // When
        shop.git.write("delivery/pay.yaml", "kind: [");
        shop.push();
        var said = shop.look();

        // Then
        assertThat(said.withdrawn()).isEmpty();
        assertThat(said.problems()).extracting(Problem::file).containsExactly("delivery/pay.yaml");
        assertThat(said.state(PAY).problem()).isNotNull();
    }

    @Test
    void a_repository_that_is_not_configured_is_named_and_never_asked() {
        // Given
        shop.git.write("delivery/other.yaml", Shop.application("other", "https://evil.example/x"));
        shop.push();

        // Then
        assertThat(shop.look().state("argocd/other").problem())
                .isNotNull()
                .extracting(found -> found.problem().reason())
                .isEqualTo("repository https://evil.example/x is not configured");
    }

    @Test
    void a_canary_beside_the_manifests_is_declared_with_them_and_withdrawn_with_them() {
        // Given
        shop.git.write(
                "apps/web/canary.yaml",
                "apiVersion: flagger.app/v1beta1\nkind: Canary\nmetadata: {name: web}\n");
        shop.push();
        assertThat(shop.look().declared()).contains("Canary/shop/web");

        // When
        shop.git.remove("apps/web/canary.yaml");
        shop.push();

        // Then
        assertThat(shop.look().withdrawn()).containsExactly("Canary/shop/web");
    }

    @Test
    void a_rollback_declares_the_earlier_revision_again_in_the_same_delivery() {
        // Given
        var good = shop.push();
        shop.look();
        shop.git.write("apps/web/deployment.yaml", Shop.deployment("web", 99));
        var bad = shop.push();
        var delivery = shop.look().state(WEB).delivery();

        // When
        var said = shop.rollBack(new Rollback(WEB, delivery, bad, "", good));

        // Then
        assertThat(said.state(WEB))
                .satisfies(
                        state -> {
                            assertThat(state.revision()).isEqualTo(good);
                            assertThat(state.rolledBackFrom()).isEqualTo(bad);
                            assertThat(state.generation()).isEqualTo(3);
                            assertThat(state.delivery()).isEqualTo(delivery);
                            assertThat(state.manifests()).contains("\"replicas\":2");
                        });
    }

    @Test
    void a_rollback_heard_twice_or_too_late_changes_nothing() {
        // Given
        var good = shop.push();
        shop.look();
        shop.git.write("apps/web/deployment.yaml", Shop.deployment("web", 99));
        var bad = shop.push();
        var rollback = new Rollback(WEB, shop.look().state(WEB).delivery(), bad, "", good);
        shop.rollBack(rollback);

        // Then
        assertThat(shop.rollBack(rollback).announcements()).isEmpty();

        // When
        shop.git.write("apps/web/deployment.yaml", Shop.deployment("web", 4));
        shop.push();
        shop.look();

        // Then
        assertThat(shop.rollBack(rollback).announcements()).isEmpty();
    }

    @Test
    void a_person_takes_back_what_is_there_without_naming_its_revision() {
        // Given
        var good = shop.push();
        shop.look();
        shop.git.write("apps/web/deployment.yaml", Shop.deployment("web", 99));
        var bad = shop.push();
        var state = shop.look().state(WEB);
        var rollback = new Rollback(WEB, state.delivery(), "", state.digest(), good);

        // Then
        assertThat(shop.rollBack(rollback).state(WEB))
                .extracting(DesiredState::revision, DesiredState::rolledBackFrom)
                .containsExactly(good, bad);
        assertThat(shop.rollBack(rollback).announcements()).isEmpty();
    }

    @Test
    void what_was_rolled_back_stays_away_until_it_reads_differently() {
        // Given
        var good = shop.push();
        shop.look();
        shop.git.write("apps/web/deployment.yaml", Shop.deployment("web", 99));
        var bad = shop.push();
        shop.rollBack(new Rollback(WEB, shop.look().state(WEB).delivery(), bad, "", good));

        // When
        shop.git.write("apps/web/NOTES.md", "the same manifests in another commit");
        shop.push();
        var same = shop.look();
        shop.git.write("apps/web/deployment.yaml", Shop.deployment("web", 5));
        shop.push();
        var other = shop.look();

        // Then
        assertThat(same.desired()).isEmpty();
        assertThat(other.state(WEB).manifests()).contains("\"replicas\":5");
    }
}
