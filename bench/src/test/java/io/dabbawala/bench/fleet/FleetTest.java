package io.dabbawala.bench.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FleetTest {

    @Test
    void an_application_of_four_objects_has_four_with_the_label_observers_look_for() {
        var objects = new Fleet(3, Fleet.Shape.FOUR_OBJECTS).objects(2, "first");

        assertThat(objects).hasSize(4).allMatch(one -> one.contains("labels: {bench: fleet}"));
        assertThat(objects.getFirst()).contains("value: \"first\"", "name: app-00002");
    }

    @Test
    void the_repository_declares_every_application_and_holds_its_manifests() {
        var files = new Fleet(3, Fleet.Shape.FOUR_OBJECTS).files("file:///fleet.git", "first");

        assertThat(files)
                .containsKeys(
                        "delivery/app-00000.yaml",
                        "delivery/app-00002.yaml",
                        Fleet.configPath(2),
                        "apps/app-00002/others.yaml",
                        "README.md")
                .hasSize(3 * 3 + 1);
    }
}
