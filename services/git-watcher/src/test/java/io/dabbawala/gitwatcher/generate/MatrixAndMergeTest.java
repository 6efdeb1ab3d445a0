package io.dabbawala.gitwatcher.generate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MatrixAndMergeTest {

    private final World world =
            new World()
                    .cluster("dev", "https://dev.example", "env: dev")
                    .cluster("prod", "https://prod.example", "env: prod")
                    .files("apps/a/x.yaml", "", "apps/b/x.yaml", "");

    @Test
    void a_matrix_is_every_set_of_the_first_with_every_set_of_the_second() {
        var matrix =
                """
                - matrix:
                    generators:
                    - git: {repoURL: x, directories: [{path: 'apps/*'}]}
                    - list: {elements: [{cluster: c1}, {cluster: c2}]}
                """;

        assertThat(world.parameters(true, matrix))
                .extracting(
                        set ->
                                World.yaml(set).at("/path/basename").asText()
                                        + World.yaml(set).at("/cluster").asText())
                .containsExactly("ac1", "ac2", "bc1", "bc2");
    }

    @Test
    void the_second_child_is_filled_in_with_the_first_ones_parameters() {
        var matrix =
                """
                - matrix:
                    generators:
                    - list: {elements: [{env: prod, x: '1'}, {env: dev, x: '2'}]}
                    - clusters:
                        selector: {matchLabels: {env: '{{ OPENenvCLOSE }}'}}
                        values: {is: '{{ OPENnameCLOSE }}-{{ OPENxCLOSE }}'}
                """;
        var plain = matrix.replace("OPEN", "").replace("CLOSE", "");
        var go = matrix.replace("OPEN", ".").replace("CLOSE", "");

        assertThat(world.parameters(false, plain))
                .extracting(set -> World.yaml(set).path("values.is").asText())
                .containsExactly("prod-1", "dev-2");
        assertThat(world.parameters(true, go))
                .extracting(set -> World.yaml(set).at("/values/is").asText())
                .containsExactly("prod-1", "dev-2");
    }

    @Test
    void elements_can_be_those_of_a_file_found_before() {
        var files =
                new World().files("c/list.yaml", "key:\n  components: [{name: a}, {name: b}]\n");
        var matrix =
                """
                - matrix:
                    generators:
                    - git: {repoURL: x, files: [{path: c/*}]}
                    - list:
                        elementsYaml: "{{ .key.components | toJson }}"
                """;

        assertThat(files.parameters(true, matrix))
                .extracting(set -> World.yaml(set).path("name").asText())
                .containsExactly("a", "b");
    }

    @Test
    void the_same_parameter_has_to_be_the_same_unless_go_templates_let_the_first_win() {
        var matrix =
                """
                - matrix:
                    generators:
                    - list: {elements: [{a: '1', m: x}]}
                    - list: {elements: [{a: '2', o: z}]}
                """;

        assertThat(world.parameters(false, matrix))
                .containsExactly(
                        "error: failed to combine string maps with merging params for the matrix generator: found duplicate key a with different value, a: 1 ,b: 2");
        assertThat(world.parameters(true, matrix))
                .containsExactly("{\"a\":\"1\",\"m\":\"x\",\"o\":\"z\"}");
    }

    @Test
    void a_matrix_has_two_children_and_each_is_one_generator() {
        assertThat(world.parameters(true, "- matrix: {generators: [{list: {elements: []}}]}"))
                .containsExactly("error: found less than two generators, Matrix support only two");
        assertThat(
                        world.parameters(
                                true,
                                "- matrix: {generators: [{list: {}}, {list: {}}, {list: {}}]}"))
                .containsExactly("error: found more than two generators, Matrix support only two");
        assertThat(
                        world.parameters(
                                true,
                                "- matrix: {generators: [{list: {}, git: {directories: [{path: '*'}]}}, {list: {}}]}"))
                .containsExactly(
                        "error: error failed to get params for first generator in matrix generator: found more than one generator in matrix.Generators");
        assertThat(world.parameters(true, "- matrix: {generators: [{}, {list: {}}]}"))
                .containsExactly(
                        "error: error failed to get params for first generator in matrix generator: child generator generated no parameters");
    }

    @Test
    void a_merge_lets_later_children_change_the_sets_of_the_first() {
        var merge =
                """
                - merge:
                    mergeKeys: [b]
                    generators:
                    - list: {elements: [{a: '1', b: same, c: '3'}, {a: '9', b: lone}]}
                    - list: {elements: [{a: '2', b: same}]}
                    - list: {elements: [{a: '3', b: different}]}
                """;

        for (var isGo : new boolean[] {false, true}) {
            assertThat(world.parameters(isGo, merge))
                    .containsExactly(
                            "{\"a\":\"2\",\"b\":\"same\",\"c\":\"3\"}",
                            "{\"a\":\"9\",\"b\":\"lone\"}");
        }
    }

    @Test
    void sets_with_the_same_keys_or_no_keys_are_refused() {
        var twins =
                """
                - merge:
                    mergeKeys: [a]
                    generators: [{list: {elements: [{a: x}, {a: x}]}}, {list: {elements: []}}]
                """;

        assertThat(world.parameters(true, twins))
                .containsExactly(
                        "error: error getting param sets by merge key: the parameters from a generator were not unique by the given mergeKeys, Merge requires all param sets to be unique. Duplicate key was {\"a\":\"x\"}");
        assertThat(world.parameters(true, "- merge: {generators: [{list: {}}, {list: {}}]}"))
                .containsExactly(
                        "error: error getting param sets by merge key: no merge keys were specified, Merge requires at least one");
        assertThat(world.parameters(true, "- merge: {mergeKeys: [a], generators: [{list: {}}]}"))
                .containsExactly(
                        "error: found less than two generators, Merge requires two or more");
    }

    @Test
    void they_nest_as_deep_as_it_takes() {
        var nested =
                """
                - merge:
                    mergeKeys: [a, b]
                    generators:
                    - matrix:
                        generators:
                        - list: {elements: [{a: '1'}, {a: '2'}]}
                        - merge:
                            mergeKeys: [b]
                            generators:
                            - matrix:
                                generators:
                                - list: {elements: [{b: '1'}]}
                                - list: {elements: [{d: 'of {{ .a }}'}]}
                            - list: {elements: [{b: '1', e: x}]}
                    - list: {elements: [{a: '1', b: '1', c: added}]}
                """;

        assertThat(world.parameters(true, nested))
                .containsExactly(
                        "{\"a\":\"1\",\"b\":\"1\",\"c\":\"added\",\"d\":\"of 1\",\"e\":\"x\"}",
                        "{\"a\":\"2\",\"b\":\"1\",\"d\":\"of 2\",\"e\":\"x\"}");
    }

    @Test
    void several_entries_follow_each_other() {
        assertThat(
                        world.parameters(
                                true,
                                "- list: {elements: [{a: '1'}]}\n- list: {elements: [{a: '2'}]}\n"))
                .containsExactly("{\"a\":\"1\"}", "{\"a\":\"2\"}");
    }
}
