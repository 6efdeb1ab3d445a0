package io.dabbawala.local.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterChoiceTest {

    @TempDir private Path home;

    @Test
    void a_given_kubeconfig_wins() {
        // Given
        var kubeconfig = home.resolve("kubeconfig");

        // Then
        assertThat(ClusterChoice.of(Optional.of(kubeconfig), Optional.of(home)))
                .isEqualTo(new ClusterChoice.Existing(kubeconfig));
    }

    @Test
    void else_the_control_plane_that_is_there_else_the_twin() {
        assertThat(ClusterChoice.of(Optional.empty(), Optional.of(home)))
                .isEqualTo(new ClusterChoice.ControlPlane(home));
        assertThat(ClusterChoice.of(Optional.empty(), Optional.empty()))
                .isEqualTo(new ClusterChoice.Twin());
    }

    @Test
    void programs_are_where_the_variable_says() throws IOException {
        // Given
        var folder = programs(home.resolve("assets"), ClusterChoice.PROGRAMS);

        // Then
        assertThat(ClusterChoice.programs(Map.of("KUBEBUILDER_ASSETS", folder.toString()), home))
                .contains(folder);
    }

    @Test
    void else_they_are_in_the_users_cache() throws IOException {
        // Given
        var name = "dabbawala/control-plane-" + ClusterChoice.CONTROL_PLANE_VERSION;
        var usual = programs(home.resolve(".cache").resolve(name), ClusterChoice.PROGRAMS);
        var named = programs(home.resolve("caches").resolve(name), ClusterChoice.PROGRAMS);

        // Then
        assertThat(ClusterChoice.programs(Map.of(), home)).contains(usual);
        assertThat(
                        ClusterChoice.programs(
                                Map.of("XDG_CACHE_HOME", home.resolve("caches").toString()), home))
                .contains(named);
    }

    @Test
    void a_folder_without_one_of_them_does_not_count() throws IOException {
        // Given
        var folder = programs(home.resolve("assets"), List.of("etcd", "kube-apiserver", "kubectl"));

        // Then
        assertThat(ClusterChoice.programs(Map.of("KUBEBUILDER_ASSETS", folder.toString()), home))
                .isEmpty();
        assertThat(ClusterChoice.programs(Map.of(), home)).isEmpty();
    }

    @Test
    void says_what_it_is_and_what_else_there_is() {
        assertThat(new ClusterChoice.Twin().description())
                .contains("twin", "--kubeconfig", "./dabba control-plane");
        assertThat(new ClusterChoice.ControlPlane(home).description())
                .contains(ClusterChoice.CONTROL_PLANE_VERSION, "--kubeconfig", "--twin");
        assertThat(new ClusterChoice.Existing(Path.of("/k")).description()).contains("/k");
    }

    private static Path programs(Path folder, List<String> names) throws IOException {
        Files.createDirectories(folder);
        for (var name : names) {
            Files.createFile(folder.resolve(name)).toFile().setExecutable(true);
        }
        return folder;
    }
}
