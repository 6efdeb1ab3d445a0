package io.dabbawala.gitwatcher.source;

import static io.dabbawala.gitwatcher.source.Kitchen.configMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RememberedTest {

    private final Kitchen kitchen = new Kitchen();

    @Test
    void the_same_job_is_run_once_and_any_other_again() {
        var renderer = new Renderer(new Remembered(kitchen.programs, "1", 1 << 20));
        overlay("a");

        render(renderer, Kustomize.PLAIN);
        render(renderer, Kustomize.PLAIN);
        assertThat(kitchen.programs.jobs()).hasSize(1);

        render(renderer, Kustomize.PLAIN.with(new Kustomize.Components(List.of("."), false)));
        assertThat(kitchen.programs.jobs()).hasSize(2);

        overlay("b");
        render(renderer, Kustomize.PLAIN);
        assertThat(kitchen.programs.jobs()).hasSize(3);
    }

    @Test
    void what_fails_is_tried_again() {
        var renderer = new Renderer(new Remembered(kitchen.programs, "1", 1 << 20));
        kitchen.git.write("web/kustomization.yaml", "fail: 1");

        render(renderer, Kustomize.PLAIN);
        render(renderer, Kustomize.PLAIN);

        assertThat(kitchen.programs.jobs()).hasSize(2);
    }

    @Test
    void keeps_no_more_than_it_may() {
        var renderer = new Renderer(new Remembered(kitchen.programs, "1", 10));
        overlay("a");

        render(renderer, Kustomize.PLAIN);
        render(renderer, Kustomize.PLAIN);

        assertThat(kitchen.programs.jobs()).hasSize(2);
    }

    private void overlay(String name) {
        kitchen.git
                .write("web/kustomization.yaml", "resources: [a.yaml]")
                .write("web/a.yaml", configMap(name));
    }

    private void render(Renderer renderer, Tool tool) {
        renderer.render(List.of(kitchen.ingredient("web", tool, Map.of())));
    }
}
