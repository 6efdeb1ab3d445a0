package io.dabbawala.cli.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.cli.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderCommandTest {

    @TempDir private Path folder;

    @BeforeEach
    void manifests() throws IOException {
        Files.createDirectories(folder.resolve("web"));
        write("web/a.yaml", "apiVersion: v1\nkind: Service\nmetadata: {name: a}\n");
        write("web/b.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: b}\n");
    }

    @Test
    void a_folder_is_told_in_the_order_it_is_applied_in_and_its_digest_last() {
        var ended = Typed.anywhere().run("render", folder.resolve("web").toString());

        assertThat(ended.lines()).hasSize(3);
        assertThat(ended.lines().get(0)).contains("ConfigMap");
        assertThat(ended.lines().get(1)).contains("Service");
        assertThat(ended.lines().get(2)).matches("\\{\"digest\":\"sha256:[0-9a-f]{64}\"}");
        assertThat(ended.code()).isZero();
    }

    @Test
    void an_application_is_rendered_from_the_repository_that_is_given() throws IOException {
        write(
                "app.yaml",
                "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: web}\n"
                        + "spec: {source: {repoURL: 'https://git.example/x', path: web}}\n");

        var ended = Typed.anywhere().run("render", file("app.yaml"), "--repo", folder.toString());

        assertThat(ended.lines()).hasSize(3);
    }

    @Test
    void parameters_beside_the_manifests_count_for_the_application_they_name() throws IOException {
        Files.createDirectories(folder.resolve("web/more"));
        write("web/more/c.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n");
        write("web/.argocd-source-web.yaml", "directory: {recurse: true}\n");
        write(
                "app.yaml",
                "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: web}\n"
                        + "spec: {source: {repoURL: 'https://git.example/x', path: web}}\n");

        var ofApplication =
                Typed.anywhere().run("render", file("app.yaml"), "--repo", folder.toString());
        var ofFolder = Typed.anywhere().run("render", file("web"));

        assertThat(ofApplication.lines()).hasSize(4);
        assertThat(ofFolder.lines()).hasSize(3);
    }

    @Test
    void parameters_that_cannot_be_read_are_one_error_with_their_file() throws IOException {
        write("web/.argocd-source.yaml", "kustomize: {images: web}\n");

        var ended = Typed.anywhere().run("render", file("web"));

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).contains(".argocd-source.yaml: kustomize.images must be a list");
    }

    @Test
    void an_object_without_a_name_is_told_too() throws IOException {
        write("web/c.yaml", "apiVersion: v1\nkind: Secret\n");

        var ended = Typed.anywhere().run("render", file("web"));

        assertThat(ended.lines()).contains("{\"apiVersion\":\"v1\",\"kind\":\"Secret\"}");
    }

    @Test
    void a_folder_that_is_empty_holds_nothing() throws IOException {
        Files.createDirectories(folder.resolve("none"));
        write(
                "apps.yaml",
                "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: a}\n"
                        + "spec: {path: ./none, prune: true, interval: 5m, sourceRef: {kind:"
                        + " GitRepository, name: x}}\n---\napiVersion:"
                        + " source.toolkit.fluxcd.io/v1\nkind: GitRepository\nmetadata: {name: x}\n"
                        + "spec: {url: 'https://git.example/x', interval: 5m}\n");

        var ended = Typed.anywhere().run("render", file("apps.yaml"), "--repo", folder.toString());

        assertThat(ended.lines()).singleElement().asString().startsWith("{\"digest\":");
    }

    @Test
    void what_cannot_be_rendered_is_one_error_with_its_file() throws IOException {
        write("web/b.yaml", "a: 1\na: 2\n");

        var ended = Typed.anywhere().run("render", file("web"));

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).contains("b.yaml:2: duplicate key");
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
