package io.dabbawala.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.local.Layout;
import io.dabbawala.local.cluster.ClusterChoice;
import io.dabbawala.local.demo.Demo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A platform that does not come up is told like a chapter that does not happen. */
class DemoFailureTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir private Path home;

    @Test
    void a_registry_that_answers_500_is_told_with_expectation_answer_and_logs() throws Exception {
        // Given
        install(BrokenRegistry.class);

        // Then
        assertThat(tell()).isEqualTo(1);
        assertThat(said.toString(UTF_8))
                .contains("The story ends here. Expected the schemas to be registered at http")
                .containsPattern("Seen: the registry at \\S+ refuses \\S+-value: 500 out of order")
                .containsPattern("The logs of all programs: \\S+/logs");
    }

    @Test
    void a_program_that_exits_is_told_with_its_last_words_and_the_logs() throws Exception {
        // Given: a registry that is not there
        Files.createDirectories(registry());

        // Then
        assertThat(tell()).isEqualTo(1);
        assertThat(said.toString(UTF_8))
                .contains("The story ends here. Expected registry to answer within 90 s.")
                .contains("Seen: registry ended with exit code 1.", "registry.log", "jarfile")
                .containsPattern("The logs of all programs: \\S+/logs");
    }

    /** The programs of this build, but for the registry. */
    private int tell() throws IOException {
        var libraries = home.resolve("deploy/local/target/lib");
        Files.createSymbolicLink(libraries, States.HOME.resolve("deploy/local/target/lib"));
        var layout = new Layout(home, States.fresh("failure").state());
        return new Demo(layout, new ClusterChoice.Twin(), new PrintStream(said, true, UTF_8)).run();
    }

    private Path registry() {
        return home.resolve("deploy/local/target/registry");
    }

    private void install(Class<?> program) throws IOException {
        Files.createDirectories(registry());
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, program.getName());
        var file = program.getName().replace('.', '/') + ".class";
        var jar = Files.newOutputStream(registry().resolve("quarkus-run.jar"));
        try (var out = new JarOutputStream(jar, manifest);
                var code = program.getClassLoader().getResourceAsStream(file)) {
            out.putNextEntry(new JarEntry(file));
            out.write(code.readAllBytes());
            out.closeEntry();
        }
    }
}
