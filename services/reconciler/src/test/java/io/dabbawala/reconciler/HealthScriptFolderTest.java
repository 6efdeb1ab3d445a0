package io.dabbawala.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.reconciler.health.Health;
import io.dabbawala.reconciler.health.ObjectHealth;
import io.dabbawala.reconciler.health.script.ScriptedHealth;
import io.dabbawala.reconciler.object.LiveObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthScriptFolderTest {

    @TempDir private Path folder;

    @BeforeEach
    void scripts() throws IOException {
        for (var path :
                new String[] {
                    "Pod",
                    "keda.sh/ScaledObject",
                    "keda.sh/_",
                    "_.crossplane.io/_",
                    "_.aws.crossplane.io/_",
                    "_.crossplane.io/Bucket"
                }) {
            var script = "return {status = 'Healthy', message = '%s'}".formatted(path);
            Files.createDirectories(folder.resolve(path, "testdata"));
            Files.writeString(folder.resolve(path, "health.lua"), script);
        }
        Files.createDirectories(folder.resolve("apps/Deployment/actions"));
        Files.writeString(folder.resolve("README.md"), "not a folder");
    }

    private Optional<Health> judged(String apiVersion, String kind) {
        var rules =
                new ObjectHealth(
                        new ScriptedHealth(
                                List.of(new HealthScriptFolder(folder)), Clock.systemUTC()));
        return rules.assess(
                LiveObject.of(
                        Map.of(
                                "apiVersion",
                                apiVersion,
                                "kind",
                                kind,
                                "spec",
                                Map.of("paused", true))));
    }

    private String chosen(String apiVersion, String kind) {
        return judged(apiVersion, kind).map(Health::message).orElse("none");
    }

    @Test
    void an_exact_folder_beats_a_wildcard_and_of_those_the_one_that_says_more_wins() {
        assertThat(chosen("v1", "Pod")).isEqualTo("Pod");
        assertThat(chosen("keda.sh/v1", "ScaledObject")).isEqualTo("keda.sh/ScaledObject");
        assertThat(chosen("keda.sh/v1", "ScaledJob")).isEqualTo("keda.sh/_");
        assertThat(chosen("s3.crossplane.io/v1", "Queue")).isEqualTo("_.crossplane.io/_");
        assertThat(chosen("s3.crossplane.io/v1", "Bucket")).isEqualTo("_.crossplane.io/Bucket");
        assertThat(chosen("s3.aws.crossplane.io/v1", "Queue")).isEqualTo("_.aws.crossplane.io/_");
    }

    @Test
    void the_objects_own_group_and_kind_choose() {
        assertThat(judged("x/v1", "Pod")).isEmpty();
        assertThat(judged("crossplane.io/v1", "Bucket")).isEmpty();
        assertThat(judged("../keda.sh/v1", "_")).isEmpty();
        assertThat(judged("v1", "keda.sh/ScaledObject")).isEmpty();
    }

    @Test
    void a_kind_without_a_script_falls_to_its_own_rule() {
        assertThat(judged("apps/v1", "Deployment"))
                .contains(new Health(Health.Status.SUSPENDED, "Deployment is paused"));
    }
}
