package io.dabbawala.gitwatcher.source;

import static io.dabbawala.gitwatcher.source.Kitchen.configMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class GeneratedKustomizationTest {

    private final Kitchen kitchen = new Kitchen();

    @Test
    void names_all_yaml_below_and_folders_with_a_kustomization_of_their_own_as_a_whole()
            throws Exception {
        kitchen.git
                .write("apps/a.yaml", configMap("a"))
                .write("apps/deep/b.yml", configMap("b"))
                .write("apps/web/kustomization.yaml", "resources: [c.yaml]\n")
                .write("apps/web/c.yaml", configMap("c"))
                .write("apps/README.md", "read me");

        assertThat(resources("apps")).containsExactly("./a.yaml", "./deep/b.yml", "./web");
    }

    @Test
    void leaves_out_what_flux_leaves_out_of_every_source() throws Exception {
        kitchen.git
                .write("a.yaml", configMap("a"))
                .write(".sops.yaml", "creation_rules: []\n")
                .write(".gitlab-ci.yml", "stages: []\n")
                .write(".github/workflows/test.yaml", "on: push\n")
                .write("deep/.sops.yaml", "creation_rules: []\n")
                .write("deep/sops.yaml", configMap("b"));

        assertThat(resources("")).containsExactly("./a.yaml", "./deep/sops.yaml");
    }

    private List<String> resources(String folder) throws Exception {
        var snapshot = new Snapshot(kitchen.git, kitchen.git.push());
        return new GeneratedKustomization(snapshot, folder)
                .value()
                .path("resources")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
    }
}
