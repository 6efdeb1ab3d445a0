package io.dabbawala.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.BranchConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeveloperTest {

    @TempDir private Path directory;

    @Test
    void what_is_pushed_is_at_the_host() throws Exception {
        try (var developer = Developer.in(directory)) {
            // When
            developer.writeShop(Map.of("repository", developer.url(), "sink", "http://sink"));
            var revision = developer.push("feat: deliver");

            // Then
            try (var host = Git.open(Path.of(URI.create(developer.url())).toFile())) {
                assertThat(host.getRepository().resolve("refs/heads/main").name())
                        .isEqualTo(revision);
            }
            assertThat(developer.workTree().resolve("delivery/web.yaml"))
                    .content()
                    .contains("repoURL: " + developer.url())
                    .doesNotContain("${");
        }
    }

    @Test
    void a_person_pushes_without_naming_the_host() throws Exception {
        try (var developer = Developer.in(directory);
                var person = Git.open(developer.workTree().toFile())) {
            var config = person.getRepository().getConfig();

            assertThat(new BranchConfig(config, "main").getRemoteTrackingBranch())
                    .isEqualTo("refs/remotes/origin/main");
        }
    }

    @Test
    void an_earlier_repository_is_worked_in_again() {
        // Given
        try (var first = Developer.in(directory)) {
            first.writeShop(Map.of());
            first.push("feat: deliver");
        }

        // When
        try (var again = Developer.in(directory)) {

            // Then
            assertThat(again.hasDelivered()).isTrue();
            again.replace("apps/web/deployment.yaml", "replicas: 2", "replicas: 3");
            assertThat(again.push("feat: more")).hasSize(40);
        }
    }

    @Test
    void a_text_that_is_not_there_cannot_be_replaced() {
        try (var developer = Developer.in(directory)) {
            assertThatThrownBy(() -> developer.replace("README.md", "no such text", ""))
                    .hasMessageContainingAll("README.md", "no such text");
            assertThat(Files.exists(developer.workTree().resolve("delivery"))).isFalse();
        }
    }
}
