package io.dabbawala.gitwatcher.generate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ListAndClusterTest {

    private final World world = new World();
    private final World clusters =
            new World()
                    .cluster("staging_01", "https://staging.example", "env: staging")
                    .cluster("production-01", "https://production.example", "env: production");

    @Test
    void elements_are_parameters_as_they_stand() {
        var list =
                """
                - list:
                    elements:
                    - {cluster: a, url: x, values: {foo: bar}}
                    - {cluster: b}
                """;

        assertThat(world.parameters(false, list))
                .containsExactly(
                        "{\"cluster\":\"a\",\"url\":\"x\",\"values.foo\":\"bar\"}",
                        "{\"cluster\":\"b\"}");
        assertThat(world.parameters(true, list))
                .containsExactly(
                        "{\"cluster\":\"a\",\"url\":\"x\",\"values\":{\"foo\":\"bar\"}}",
                        "{\"cluster\":\"b\"}");
    }

    @Test
    void without_go_templates_an_element_is_text_only() {
        assertThat(world.parameters(false, "- list: {elements: [{port: 80}]}"))
                .containsExactly("error: error parsing value as string %!w(<nil>)");
        assertThat(world.parameters(false, "- list: {elements: [{values: x}]}"))
                .containsExactly("error: error parsing values map");
        assertThat(world.parameters(true, "- list: {elements: [{port: 80}]}"))
                .containsExactly("{\"port\":80}");
    }

    @Test
    void elements_of_yaml_come_after_the_others() {
        var list =
                """
                - list:
                    elements: [{a: '1'}]
                    elementsYaml: |
                      - a: "2"
                      - a: "3"
                """;

        assertThat(world.parameters(true, list))
                .containsExactly("{\"a\":\"1\"}", "{\"a\":\"2\"}", "{\"a\":\"3\"}");
        assertThat(world.parameters(true, "- list: {elementsYaml: 'a: b'}"))
                .containsExactly(
                        "error: error unmarshling decoded ElementsYaml error unmarshaling JSON: while decoding JSON: json: cannot unmarshal object into Go value of type []map[string]interface {}");
    }

    @Test
    void every_cluster_and_the_local_one_last() {
        assertThat(clusters.parameters(false, "- clusters: {values: {at: '{{ server }}'}}"))
                .containsExactly(
                        "{\"metadata.annotations.foo.argoproj.io\":\"staging_01\",\"metadata.labels.argocd.argoproj.io/secret-type\":\"cluster\",\"metadata.labels.env\":\"staging\",\"name\":\"staging_01\",\"nameNormalized\":\"staging-01\",\"project\":\"\",\"server\":\"https://staging.example\",\"values.at\":\"https://staging.example\"}",
                        "{\"metadata.annotations.foo.argoproj.io\":\"production-01\",\"metadata.labels.argocd.argoproj.io/secret-type\":\"cluster\",\"metadata.labels.env\":\"production\",\"name\":\"production-01\",\"nameNormalized\":\"production-01\",\"project\":\"\",\"server\":\"https://production.example\",\"values.at\":\"https://production.example\"}",
                        "{\"name\":\"in-cluster\",\"nameNormalized\":\"in-cluster\",\"project\":\"\",\"server\":\"https://kubernetes.default.svc\",\"values.at\":\"https://kubernetes.default.svc\"}");
    }

    @Test
    void a_selector_leaves_the_local_cluster_out() {
        var selected = "- clusters: {selector: {matchLabels: {env: production}}}";

        assertThat(clusters.parameters(true, selected))
                .singleElement()
                .asString()
                .contains("\"name\":\"production-01\"", "\"labels\":{")
                .doesNotContain("in-cluster");
        assertThat(
                        clusters.parameters(
                                true,
                                "- clusters: {selector: {matchExpressions: [{key: env, operator: NotIn, values: [staging]}]}}"))
                .singleElement()
                .asString()
                .contains("production-01");
    }

    @Test
    void a_local_cluster_with_a_secret_is_there_once() {
        var local = new World().cluster("here", "https://kubernetes.default.svc", "");

        assertThat(local.parameters(true, "- clusters: {}"))
                .singleElement()
                .asString()
                .contains("\"name\":\"here\"");
    }

    @Test
    void a_flat_list_is_one_set_with_all_clusters() {
        assertThat(clusters.parameters(true, "- clusters: {flatList: true}"))
                .singleElement()
                .asString()
                .startsWith("{\"clusters\":[{")
                .contains("staging_01", "production-01", "in-cluster");
    }

    @Test
    void a_selector_of_the_entry_looks_at_all_parameters() {
        var list =
                """
                - list:
                    elements:
                    - {name: a, values: {foo: bar}}
                    - {name: b, values: {foo: 'https://x/y'}}
                  selector: {matchLabels: {values.foo: 'https://x/y'}}
                """;

        assertThat(world.parameters(true, list)).singleElement().asString().contains("\"b\"");
        assertThat(world.parameters(false, list)).singleElement().asString().contains("\"b\"");
    }

    @Test
    void an_operator_nobody_knows_is_an_error() {
        assertThat(
                        world.parameters(
                                true,
                                "- {list: {elements: []}, selector: {matchExpressions: [{key: a, operator: BadOperator}]}}"))
                .containsExactly(
                        "error: error parsing label selector: \"BadOperator\" is not a valid pod selector operator");
    }

    @Test
    void what_asks_elsewhere_is_refused() {
        assertThat(world.parameters(true, "- plugin: {configMapRef: {name: x}}"))
                .containsExactly(
                        "error: the generator plugin is not offered: it asks something outside of Git and the declared clusters");
    }
}
