package io.dabbawala.cli.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.cli.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthScriptsTest {

    private static final String DELETED =
            "{apiVersion: x/v1, kind: Y, metadata: {deletionTimestamp: a}, status: {phase: Fine}}";

    @TempDir private Path folder;

    private Path script(String path, String text) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static String health(String input, Path lua) {
        return Typed.anywhere()
                .reading(input)
                .run("health", "--lua", lua.toString(), "--at", "2026-11-08T13:00:00Z")
                .out();
    }

    @Test
    void a_file_alone_answers_every_document_even_one_that_is_being_deleted() throws IOException {
        var file =
                script(
                        "one.lua",
                        "if obj.status == nil then return nil end return {status = 'Healthy',"
                                + " message = obj.status.phase .. os.time()}");
        assertThat(health(DELETED + "\n---\nkind: Pod\n", file))
                .contains("\"health\":\"Healthy\",\"message\":\"Fine1794142800\"")
                .contains("\"kind\":\"Pod\",\"namespace\":\"\",\"name\":\"\",\"health\":null");
    }

    @Test
    void a_folder_answers_by_group_and_kind_after_the_rule_of_deletion() throws IOException {
        script("x/Y/health.lua", "error('never asked')");
        script("_/Z/health.lua", "error('no')");
        assertThat(health(DELETED, folder))
                .contains("\"Progressing\",\"message\":\"Pending deletion\"");
        assertThat(health("{apiVersion: a/v1, kind: Z}", folder))
                .contains("\"health\":\"Unknown\",\"message\":\"<string>:1: no\"");
    }

    @Test
    void customisations_of_argo_cds_settings_come_before_those_of_a_folder() throws IOException {
        var settings =
                script(
                        "argocd-cm.yaml",
                        """
                        data:
                          resource.customizations.health.a_Z: |
                            return {status = 'Degraded', message = 'newer'}
                          resource.customizations: |
                            "*.a/*":
                              health.lua: |
                                return {status = 'Healthy', message = 'older'}
                        """);
        script("a/Z/health.lua", "error('never asked')");
        script("b/Z/health.lua", "return {status = 'Suspended', message = 'folder'}");

        var ended =
                Typed.anywhere()
                        .reading(
                                "{apiVersion: a/v1, kind: Z}\n---\n{apiVersion: b/v1, kind: Z}\n---\n"
                                        + "{apiVersion: c.a/v1, kind: Y}")
                        .run(
                                "health",
                                "--argo-settings",
                                settings.toString(),
                                "--lua",
                                folder.toString());

        assertThat(ended.lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("Degraded", "newer"),
                        line -> assertThat(line).contains("Suspended", "folder"),
                        line -> assertThat(line).contains("Healthy", "older"));
    }

    @Test
    void settings_that_cannot_be_read_are_named() throws IOException {
        var settings = script("argocd-cm.yaml", "data: {resource.customizations: '[a]'}");

        var ended =
                Typed.anywhere()
                        .reading("{apiVersion: a/v1, kind: Z}")
                        .run("health", "--argo-settings", settings.toString());

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out())
                .contains("argocd-cm.data.resource.customizations must be an object");
    }

    @Test
    void what_is_not_there_is_told() {
        var ended = Typed.anywhere().run("health", "--lua", folder.resolve("none").toString());
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("none: there is no such file");
    }

    @Test
    void expressions_come_before_the_rules_of_their_kinds_in_the_words_of_the_rules()
            throws IOException {
        var cel =
                script(
                        "checks.yaml",
                        "- {apiVersion: v1, kind: Pod, failed: \"status.phase == 'Odd'\", current: 'true'}");
        var pod =
                "{apiVersion: v1, kind: Pod, status: {phase: Odd}}\n---\n{kind: Secret, apiVersion: v1}";
        var argo = Typed.anywhere().reading(pod).run("health", "--cel", cel.toString());
        assertThat(argo.out())
                .contains("\"health\":\"Degraded\"")
                .contains("\"kind\":\"Secret\",\"namespace\":\"\",\"name\":\"\",\"health\":null");
        var flux =
                Typed.anywhere()
                        .reading(pod)
                        .run("health", "--rules", "kstatus", "--cel", cel.toString());
        assertThat(flux.out()).contains("\"health\":\"Failed\"", "\"health\":\"Current\"");
    }

    @Test
    void checks_that_cannot_be_asked_are_told() throws IOException {
        var cel = script("checks.yaml", "- {apiVersion: v1, kind: Pod}");
        var ended = Typed.anywhere().reading("kind: A").run("health", "--cel", cel.toString());
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("checks.yaml: expression Current not specified");
    }
}
