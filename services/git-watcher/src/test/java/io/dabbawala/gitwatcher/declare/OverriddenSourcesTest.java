package io.dabbawala.gitwatcher.declare;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.gitwatcher.declare.application.DesiredState;
import io.dabbawala.gitwatcher.source.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Applications whose parameters somebody writes into their folders. */
class OverriddenSourcesTest {

    private static final String WEB = "argocd/web";
    private static final String FILE = "apps/web/.argocd-source-web.yaml";

    private final Shop shop = new Shop();

    @BeforeEach
    void settled() {
        shop.git.write("apps/web/more/more.yaml", Shop.deployment("more", 1));
        shop.push();
        shop.look();
    }

    @Test
    void a_push_of_nothing_but_the_file_renders_the_application_anew() {
        // When
        shop.git.write(FILE, "directory: {recurse: true}");
        shop.push();
        var said = shop.look();

        // Then
        assertThat(said.desired()).extracting(DesiredState::application).containsExactly(WEB);
        assertThat(said.state(WEB).manifests()).contains("\"more\"");
    }

    @Test
    void the_folders_the_file_adds_are_looked_at_from_then_on_and_no_others() {
        // Given
        shop.git
                .write("apps/web/Chart.yaml", "name: web")
                .write("apps/web/templates/a.yaml", Shop.deployment("web", 2))
                .write("values/prod.yaml", "a: 1")
                .write(FILE, "helm: {valueFiles: [/values/prod.yaml]}");
        shop.push();
        shop.look();
        var rendered = shop.programs.jobs().size();

        // When
        shop.git.write("README.md", "read me");
        shop.push();
        shop.look();

        // Then
        assertThat(shop.programs.jobs()).hasSize(rendered);

        // When
        shop.git.write("values/prod.yaml", "a: 2");
        shop.push();
        shop.look();

        // Then
        assertThat(shop.programs.jobs()).hasSizeGreaterThan(rendered);
    }

    @Test
    void of_two_applications_of_one_folder_each_has_its_own() {
        // Given
        shop.git
                .write(
                        "delivery/next.yaml",
                        Shop.application("next", Shop.URL).replace("apps/next", "apps/web"))
                .write("apps/web/Chart.yaml", "name: web")
                .write("apps/web/templates/a.yaml", Shop.deployment("web", 2))
                .write("values/prod.yaml", "a: 1")
                .write(FILE, "helm: {valueFiles: [/values/prod.yaml]}");
        shop.push();
        shop.look();
        shop.git.write("README.md", "now each folder is known");
        shop.push();
        shop.look();
        var rendered = shop.programs.jobs().size();

        // When
        shop.git.write("values/prod.yaml", "a: 2");
        shop.push();
        shop.look();

        // Then
        assertThat(shop.programs.jobs().stream().skip(rendered))
                .isNotEmpty()
                .allSatisfy(job -> assertThat(((Job.Template) job).release()).isEqualTo("web"));
    }

    @Test
    void an_unreadable_file_is_a_problem_beside_the_last_good_state_until_it_is_repaired() {
        // When
        shop.git.write(FILE, "aloi\nkustomize: {}");
        shop.push();
        var state = shop.look().state(WEB);

        // Then
        assertThat(state.manifests()).contains("\"web\"");
        assertThat(state.problem().problem().file()).isEqualTo(FILE);
        assertThat(state.problem().problem().line()).isEqualTo(2);

        // When
        shop.git.remove(FILE);
        shop.push();

        // Then
        assertThat(shop.look().state(WEB).problem()).isNull();
    }
}
