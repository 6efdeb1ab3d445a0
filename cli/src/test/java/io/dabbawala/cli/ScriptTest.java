package io.dabbawala.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script, in a project where Maven and the JDK only write down what they were asked. */
class ScriptTest {

    private static final String SUITE =
            "<testsuite name=\"A\" tests=\"%d\" errors=\"%d\" skipped=\"%d\" failures=\"%d\">";

    @TempDir private Path home;
    private Path asked;

    private record Ended(int code, String out, String err) {}

    @BeforeEach
    void project() throws IOException {
        asked = home.resolve("asked");
        Files.copy(Path.of("../dabba"), home.resolve("dabba"));
        for (var folder :
                List.of(
                        "schemas",
                        "platform",
                        "testkit",
                        "expressions",
                        "bench",
                        "services/web",
                        "deploy/local")) {
            Files.createDirectories(home.resolve(folder));
        }
        Files.createDirectories(home.resolve("cli/src/main"));
        Files.writeString(home.resolve("pom.xml"), "<project/>");
        Files.writeString(home.resolve("services/web/pom.xml"), "<project/>");
        jdk("25.0.1");
        program(
                "jdk/bin/java",
                """
                echo "java $*" >>"%s"
                for word; do case $word in -XX:AOTCacheOutput=*) echo cache >"${word#*=}" ;; esac; done"""
                        .formatted(asked));
        maven("mkdir -p cli/target; echo jar >cli/target/cli.jar");
    }

    private void jdk(String version) throws IOException {
        program("jdk/bin/javac", "");
        Files.writeString(home.resolve("jdk/release"), "JAVA_VERSION=\"" + version + "\"\n");
    }

    private void maven(String does) throws IOException {
        program("bin/mvn", "echo \"mvn $*\" >>\"%s\"\ncd \"%s\"\n%s".formatted(asked, home, does));
    }

    private void program(String path, String body) throws IOException {
        var file = home.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/usr/bin/env bash\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Ended run(String... words) throws IOException, InterruptedException {
        var line = new ArrayList<>(List.of(home.resolve("dabba").toString()));
        line.addAll(List.of(words));
        var builder = new ProcessBuilder(line);
        builder.environment().put("JAVA_HOME", home.resolve("jdk").toString());
        builder.environment().put("HOME", home.toString());
        builder.environment().remove("DABBA_STATE");
        builder.environment().merge("PATH", "", (path, _) -> home.resolve("bin") + ":" + path);
        var out = home.resolve("out").toFile();
        var err = home.resolve("err").toFile();
        var process = builder.redirectOutput(out).redirectError(err).start();
        int code = process.waitFor();
        return new Ended(
                code, Files.readString(out.toPath(), UTF_8), Files.readString(err.toPath(), UTF_8));
    }

    private List<String> asked(String program) throws IOException {
        try (Stream<String> lines = Files.lines(asked)) {
            return lines.filter(line -> line.startsWith(program + " ")).toList();
        }
    }

    @Test
    void builds_learns_and_runs_the_first_time_and_only_runs_the_second()
            throws IOException, InterruptedException {
        var first = run("app", "list");
        assertThat(first.code()).isZero();
        assertThat(first.err()).contains("the first time takes");
        assertThat(asked("mvn"))
                .hasSize(1)
                .first()
                .asString()
                .contains("-pl services/web,cli,e2e -am");
        assertThat(asked("java")).hasSize(2);
        var second = run("app", "list");
        assertThat(second.err() + second.out()).isEmpty();
        assertThat(asked("mvn")).hasSize(1);
        assertThat(asked("java")).hasSize(3).last().asString().endsWith("Dabba app list");
    }

    @Test
    void a_change_is_built_without_the_network() throws IOException, InterruptedException {
        run("help");
        touch("cli/src/main/Changed.java");
        assertThat(run("help").err()).contains("building what changed");
        assertThat(asked("mvn")).hasSize(2).last().asString().contains(" -o ");
        assertThat(run("help").err()).isEmpty();
    }

    @Test
    void a_library_that_changed_is_learnt_anew() throws IOException, InterruptedException {
        maven("mkdir -p cli/target/lib; echo jar | tee cli/target/cli.jar >cli/target/lib/b.jar");
        run("help");
        var library = home.resolve("cli/target/lib/b.jar");

        Files.setLastModifiedTime(library, FileTime.from(Instant.now().plusSeconds(2)));
        run("help");

        assertThat(asked("java"))
                .filteredOn(line -> line.contains("-XX:AOTCacheOutput="))
                .as("a cache of other libraries is refused, and the start is slow")
                .hasSize(2);
    }

    @Test
    void a_change_of_tests_or_of_what_was_built_is_none() throws IOException, InterruptedException {
        run("help");
        touch("cli/src/test/Changed.java");
        touch("services/web/target/Changed.class");
        assertThat(run("help").err()).isEmpty();
    }

    private void touch(String path) throws IOException {
        var file = home.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
    }

    @Test
    void what_was_never_fetched_is_fetched() throws IOException, InterruptedException {
        run("help");
        touch("pom.xml");
        maven(
                """
                case " $* " in *" -o "*) echo "[ERROR] Cannot access central in offline mode"; exit 1 ;; esac
                touch cli/target/cli.jar""");
        assertThat(run("help").code()).isZero();
        assertThat(asked("mvn")).hasSize(3).last().asString().doesNotContain(" -o ");
    }

    @Test
    void a_build_that_fails_says_what_and_is_tried_again()
            throws IOException, InterruptedException {
        maven(
                "echo '[INFO] fine so far'; echo '[ERROR] Web.java:[3,7] a semicolon is missing'; exit 1");
        for (int time = 1; time <= 2; time++) {
            var ended = run("help");
            assertThat(ended.code()).isEqualTo(70);
            assertThat(ended.err()).contains("a semicolon is missing", ".dabba/build.log");
        }
        assertThat(asked("mvn")).hasSize(2);
    }

    @Test
    void without_a_jdk_that_is_new_enough_it_says_where_it_looked()
            throws IOException, InterruptedException {
        var script = Files.readString(home.resolve("dabba")).replace("wanted=25", "wanted=99");
        Files.writeString(home.resolve("dabba"), script);
        var ended = run("help");
        assertThat(ended.code()).isEqualTo(69);
        assertThat(ended.err()).contains("no JDK 99", "JAVA_HOME", "Install one");
    }

    @Test
    void an_old_java_home_is_passed_over() throws IOException, InterruptedException {
        jdk("21.0.9");
        run("help");
        assertThat(Files.exists(asked) ? asked("java") : List.of()).isEmpty();
    }

    @Test
    void tests_are_counted_once_also_when_some_fail() throws IOException, InterruptedException {
        maven(
                """
                mkdir -p a/target/surefire-reports b/target/surefire-reports
                echo '%s' >a/target/surefire-reports/TEST-A.xml
                echo '%s' >b/target/surefire-reports/TEST-B.xml
                echo '[INFO] Tests run: 9, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 1.2 s -- in a.A'
                echo '[ERROR] Tests run: 4, Failures: 1, Errors: 1, Skipped: 1, Time elapsed: 1 s <<< FAILURE! -- in b.B'
                echo '[ERROR]   B.bends:12 expected: 1'
                exit 1"""
                        .formatted(SUITE.formatted(9, 0, 0, 0), SUITE.formatted(4, 1, 1, 1)));
        Files.createDirectories(home.resolve("old/target/surefire-reports"));
        Files.writeString(
                home.resolve("old/target/surefire-reports/TEST-O.xml"),
                SUITE.formatted(5, 0, 0, 0));
        Files.setLastModifiedTime(
                home.resolve("old/target/surefire-reports/TEST-O.xml"),
                FileTime.from(Instant.now().minusSeconds(60)));
        var ended = run("test", "--containers");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(asked("mvn").getFirst())
                .contains("--fail-at-end", "-Ddabbawala.containers=true");
        assertThat(ended.out().lines())
                .contains(
                        "  ok      a.A (9 in 1.2 s)",
                        "  FAILED  b.B",
                        "  !         B.bends:12 expected: 1")
                .filteredOn(
                        line -> line.matches("\\d+ passed, \\d+ failed, \\d+ skipped in \\d+ s"))
                .singleElement()
                .asString()
                .startsWith("10 passed, 2 failed, 1 skipped");
    }
}
