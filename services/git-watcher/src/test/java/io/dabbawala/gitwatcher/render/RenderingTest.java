package io.dabbawala.gitwatcher.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.gitwatcher.InMemoryGit;
import org.junit.jupiter.api.Test;

class RenderingTest {

    private static final String CONFIG =
            "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web}\ndata: {b: '2', a: '1'}\n";

    private final InMemoryGit git = new InMemoryGit("shop");

    @Test
    void one_canonical_text_and_its_digest_whatever_the_order_of_files_and_members() {
        // Given
        git.write("apps/b.yaml", CONFIG).write("apps/a.json", service("json"));
        var one = rendered(git.push());
        git.remove("apps/b.yaml").remove("apps/a.json");
        git.write("apps/1.yaml", "kind: Service\nmetadata: {name: json}\napiVersion: v1\n");
        git.write("apps/2.yaml", CONFIG);

        // When
        var other = rendered(git.push());

        // Then
        assertThat(one.manifests())
                .isEqualTo(
                        "[{\"apiVersion\":\"v1\",\"data\":{\"a\":\"1\",\"b\":\"2\"},"
                                + "\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"web\"}},"
                                + "{\"apiVersion\":\"v1\",\"kind\":\"Service\","
                                + "\"metadata\":{\"name\":\"json\"}}]");
        assertThat(other.digest()).isEqualTo(one.digest()).matches("sha256:[0-9a-f]{64}");
    }

    @Test
    void a_canary_is_declared_and_not_applied() {
        git.write(
                "apps/a.yaml",
                CONFIG
                        + "---\napiVersion: flagger.app/v1beta1\nkind: Canary\n"
                        + "metadata: {name: web}\n");

        var rendered = rendered(git.push());

        assertThat(rendered.declared()).extracting(Manifest::kind).containsExactly("Canary");
        assertThat(rendered.manifests()).doesNotContain("Canary");
    }

    @Test
    void a_list_counts_as_its_items() {
        git.write(
                "apps/a.yaml",
                "apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Pod, metadata:"
                        + " {name: a}}\n- {apiVersion: v1, kind: Pod, metadata: {name: b}}\n");

        assertThat(rendered(git.push()).manifests()).contains("\"a\"").contains("\"b\"");
    }

    @Test
    void a_list_of_any_kind_counts_as_its_items_and_may_have_none() {
        git.write(
                "apps/a.yaml",
                "{apiVersion: v1, kind: SecretList, items: [{apiVersion: v1, kind: Secret,"
                        + " metadata: {name: a}}]}\n---\n{apiVersion: v1, kind: RoleList, items:"
                        + " []}\n---\napiVersion: v1\nkind: PodList\nitems:\n");

        assertThat(rendered(git.push()).manifests())
                .isEqualTo(
                        "[{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"metadata\":{\"name\":\"a\"}}]");
    }

    @Test
    void items_that_are_none_do_not_make_a_list_of_what_has_a_spec() {
        git.write(
                "apps/a.yaml",
                "{apiVersion: x/v1, kind: A, metadata: {name: a}, items: , spec: 1}");

        assertThat(rendered(git.push()).manifests()).contains("\"spec\":1");
    }

    @Test
    void yaml_that_is_about_something_else_is_passed_over_if_no_document_of_it_is_a_manifest() {
        git.write("apps/a.yaml", CONFIG).write("apps/values.yaml", "image: web\n---\n[a, b]\n");
        assertThat(rendered(git.push()).manifests()).contains("web").doesNotContain("image");

        git.write("apps/values.yaml", "image: web\n---\n" + CONFIG);
        assertThat(problem(git.push()).reason()).contains("not a Kubernetes object");

        git.write("apps/values.yaml", "a: 1\na: 2\n");
        assertThat(problem(git.push()).reason()).contains("duplicate key");

        git.remove("apps/values.yaml").write("apps/values.json", "{\"image\": \"web\"}");
        assertThat(problem(git.push()).reason()).contains("not a Kubernetes object");
    }

    @Test
    void refuses_a_label_that_is_no_text() {
        git.write("apps/a.yaml", CONFIG.replace("name: web", "name: web, labels: {tier: 1}"));

        assertThat(problem(git.push()).reason())
                .isEqualTo(
                        "ConfigMap: metadata.labels contains non-string value in the map under key"
                                + " \"tier\"");
    }

    @Test
    void refuses_two_documents_for_one_object_and_names_both_places() {
        git.write("apps/a.yaml", CONFIG).write("apps/b.yaml", "---\n" + CONFIG);

        assertThat(problem(git.push()))
                .isEqualTo(
                        new Problem(
                                "apps/b.yaml",
                                2,
                                1,
                                "ConfigMap web is declared twice, first in apps/a.yaml line 1"));
    }

    @Test
    void refuses_what_another_tool_would_have_to_render() {
        git.write("apps/kustomization.yaml", "resources: []\n");

        assertThat(problem(git.push()).reason())
                .contains("a chart or an overlay among plain manifests");
    }

    @Test
    void refuses_a_document_that_is_no_object_of_kubernetes() {
        git.write("apps/a.yaml", "kind: Pod\n");
        assertThat(problem(git.push()).reason()).contains("not a Kubernetes object");

        git.write("apps/a.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: 5}\n");
        assertThat(problem(git.push()).reason()).contains("without metadata.name as text");
    }

    @Test
    void refuses_a_file_that_is_too_large() {
        git.write("apps/a.yaml", "x: " + "y".repeat(Limits.USUAL.fileBytes()));

        assertThat(problem(git.push()).reason()).isEqualTo("a file of more than 5242880 bytes");
    }

    @Test
    void a_folder_without_manifests_renders_to_nothing() {
        git.write("apps/README.md", "nothing here");

        assertThat(rendered(git.push()).manifests()).isEqualTo("[]");
    }

    private static String service(String name) {
        return "{\"kind\":\"Service\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"%s\"}}"
                .formatted(name);
    }

    private Rendering.Rendered rendered(String revision) {
        return (Rendering.Rendered) render(revision);
    }

    private Problem problem(String revision) {
        return ((Rendering.Failed) render(revision)).problem();
    }

    private Rendering render(String revision) {
        return Rendering.of(git, revision, "apps", Directory.EVERYTHING);
    }
}
