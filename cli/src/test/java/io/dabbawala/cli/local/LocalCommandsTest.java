package io.dabbawala.cli.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.cli.LocalConsole;
import io.dabbawala.cli.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalCommandsTest {

    @Test
    void a_kubeconfig_that_is_not_there_is_said_before_anything_starts() {
        var ended = Typed.anywhere().run("demo", "--kubeconfig", "nowhere/config");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("nowhere/config");
    }

    @Test
    void the_control_plane_ends_as_its_build_does(@TempDir Path home) throws IOException {
        var build = home.resolve("deploy/local/control-plane/build");
        Files.createDirectories(build.getParent());
        Files.writeString(build, "#!/bin/sh\nexit 69\n");
        Files.setPosixFilePermissions(build, PosixFilePermissions.fromString("rwx------"));
        assertThat(Typed.anywhere().in(home).run("control-plane").code()).isEqualTo(69);
    }

    @Test
    void the_console_of_what_runs_is_found(@TempDir Path state) throws IOException {
        try (var console = new LocalConsole()) {
            console.answers("/api/applications", "[]");
            Files.createDirectories(state.resolve("up"));
            Files.writeString(
                    state.resolve("up/platform.properties"), "console=" + console.url() + "\n");
            assertThat(Typed.anywhere().in(state).run("app", "list").code()).isZero();
        }
    }

    @Test
    void schemas_are_registered_at_a_registry_however_often() {
        try (var registry = new LocalConsole()) {
            registry.answers("/apis/registry/v3/groups/default/artifacts", "{}")
                    .answers("/apis/registry/v3/admin/rules", "{}")
                    .refuses("/apis/registry/v3/admin/rules", 409, "there is one");
            var url = registry.url() + "/apis/registry/v3";
            for (int time = 1; time <= 2; time++) {
                var ended = Typed.anywhere().run("schemas", "register", "--registry", url);
                assertThat(ended.err()).isEmpty();
                assertThat(ended.code()).isZero();
            }
        }
    }

    @Test
    void a_schema_that_is_refused_is_named() {
        try (var registry = new LocalConsole()) {
            registry.refuses("/apis/registry/v3/groups/default/artifacts", 422, "not a schema");
            var url = registry.url() + "/apis/registry/v3";
            var ended = Typed.anywhere().run("schemas", "register", "--registry", url);
            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.err()).contains("not a schema");
        }
    }

    @Test
    void a_registry_that_is_away_is_said() {
        var ended = Typed.anywhere().run("schemas", "register", "--registry", "http://127.0.0.1:1");
        assertThat(ended.code()).isEqualTo(69);
        assertThat(ended.err()).contains("http://127.0.0.1:1");
    }

    @Test
    void a_registry_without_an_address_is_input_at_fault() {
        var ended = Typed.anywhere().run("schemas", "register", "--registry", "registry:8081");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("the URL of the registry");
    }
}
