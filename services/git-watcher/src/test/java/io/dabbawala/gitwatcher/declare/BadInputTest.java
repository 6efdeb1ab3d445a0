package io.dabbawala.gitwatcher.declare;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.gitwatcher.declare.application.DesiredState;
import io.dabbawala.gitwatcher.render.Problem;
import io.dabbawala.gitwatcher.render.TreeEntry.Kind;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever one application's folder holds, it is that application's problem and nobody else's. */
class BadInputTest {

    private static final String WEB = "argocd/web";
    private static final String PAY = "argocd/pay";
    private static final String FILE = "apps/pay/bad.yaml";
    private static final String JSON = "apps/pay/bad.json";
    private static final String POINTER =
            "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n";

    private final Shop shop = new Shop();
    private DesiredState good;

    @BeforeEach
    void deliver() {
        shop.push();
        good = shop.look().state(PAY);
    }

    static Stream<Arguments> files() {
        return Stream.of(unreadable(), limited(), objects()).flatMap(all -> all);
    }

    private static Stream<Arguments> unreadable() {
        return Stream.of(
                Arguments.of(FILE, "kind: [\n", 2, "expected the node content"),
                Arguments.of(FILE, "kind: Pod\nkind: Pod\n", 2, "duplicate key \"kind\""),
                Arguments.of(JSON, "{\"a\": 1,\n\"a\": 2}", 2, "duplicate key \"a\""),
                Arguments.of(FILE, "a: 1\nb: \0\n", 2, "U+0000"),
                Arguments.of(FILE, "? ".repeat(100_000), 1, "a key must be a scalar"),
                Arguments.of(FILE, "a: !!java.net.URL [x]\n", 1, "is not known"),
                Arguments.of(FILE, "a: &a [*a]\n", 1, "means nothing yet"),
                Arguments.of(FILE, POINTER, 0, "a Git LFS pointer"));
    }

    private static Stream<Arguments> limited() {
        var depth = "nested deeper than 100 (raise LIMIT.depth)";
        var digits = "a number of 100000 characters, at most 40 (raise LIMIT.digits)";
        var size = "an object larger than 1048576 bytes (raise LIMIT.object)";
        var aliases = "a: &a 1\nb: [%s]\n".formatted("*a, ".repeat(51));
        var nines = "9".repeat(100_000);
        var file = "a file of more than 5242880 bytes (raise LIMIT.file)";
        return Stream.of(
                Arguments.of(FILE, "[".repeat(100_000), 1, depth),
                Arguments.of(FILE, "- ".repeat(100_000), 1, depth),
                Arguments.of(JSON, "[".repeat(100_000), 1, depth),
                Arguments.of(FILE, "a: " + nines, 1, digits),
                Arguments.of(JSON, "{\"a\": %s}".formatted(nines), 1, digits),
                Arguments.of(FILE, laughs(), 6, size),
                Arguments.of(FILE, "a: " + "x".repeat(1 << 20), 1, size),
                Arguments.of(FILE, aliases, 2, "more than 50 aliases (raise LIMIT.aliases)"),
                Arguments.of(FILE, "# " + "x".repeat(5 << 20), 0, file));
    }

    private static Stream<Arguments> objects() {
        var twice = "Deployment pay is declared twice, first in apps/pay/deployment.yaml";
        var elsewhere = Shop.deployment("pay, namespace: shop", 7);
        return Stream.of(
                Arguments.of("apps/pay/twin.yaml", Shop.deployment("pay", 7), 1, twice),
                Arguments.of("apps/pay/twin.yaml", elsewhere, 1, twice),
                Arguments.of(FILE, Shop.deployment("Pay_1", 7), 1, "is not a DNS subdomain"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void says_file_line_and_reason_keeps_what_was_good_and_goes_on_elsewhere(
            String file, String content, int line, String reason) {
        // Given
        shop.git.write(file, content);
        shop.git.write("apps/web/deployment.yaml", Shop.deployment("web", 3));
        shop.push();

        // When
        var said = shop.look();

        // Then
        var found = problem(said);
        var wanted = reason.replace("LIMIT", "git-watcher.limits");
        assertThat(found.reason()).contains(wanted);
        assertThat(found.file()).isEqualTo(file);
        assertThat(found.line()).isEqualTo(line);
        assertThat(said.state(PAY).digest()).isEqualTo(good.digest());
        assertThat(said.state(PAY).generation()).isEqualTo(good.generation());
        assertThat(said.state(WEB).generation()).isEqualTo(2);
        assertThat(said.state(WEB).problem()).isNull();
    }

    @Test
    void a_problem_that_is_gone_is_a_new_generation_of_what_is_there_then() {
        shop.git.write(FILE, "kind: [\n");
        shop.push();
        shop.look();
        shop.git.remove(FILE);
        shop.push();

        var mended = shop.look().state(PAY);

        assertThat(mended.problem()).isNull();
        assertThat(mended.digest()).isEqualTo(good.digest());
        assertThat(mended.generation()).isEqualTo(good.generation() + 1);
    }

    @Test
    void two_thousand_objects_are_delivered_and_one_more_is_told_with_the_way_out() {
        // Given
        shop.git.remove("apps/pay/deployment.yaml");
        shop.git.write(FILE, configMaps(2_000));
        shop.push();
        var full = shop.look().state(PAY);
        shop.git.write(FILE, configMaps(2_001));
        shop.push();

        // When
        var said = shop.look();

        // Then
        assertThat(full.problem()).isNull();
        assertThat(full.manifests()).contains("\"c0\"", "\"c1999\"");
        assertThat(problem(said))
                .isEqualTo(
                        Problem.of(
                                "apps/pay",
                                "2001 objects, at most 2000 (raise git-watcher.limits.objects)"));
        assertThat(said.state(PAY).digest()).isEqualTo(full.digest());
    }

    @Test
    void manifests_are_counted_in_the_bytes_they_take_on_the_topic() {
        var data = "data: {a: %s}\n".formatted("क".repeat(1_000));
        IntStream.range(0, 18)
                .forEach(
                        file ->
                                shop.git.write(
                                        "apps/pay/%d.yaml".formatted(file),
                                        IntStream.range(file * 100, file * 100 + 100)
                                                .mapToObj(i -> configMap(i) + data)
                                                .collect(joining("---\n"))));
        shop.push();

        assertThat(problem(shop.look()).reason())
                .contains("at most 4194304 (raise git-watcher.limits.manifests)");
    }

    @Test
    void a_symlink_is_told_by_name_and_one_among_declarations_stops_no_other() {
        // Given
        shop.git.odd("apps/pay/link.yaml", Kind.SYMLINK);
        shop.git.odd("delivery/link.yaml", Kind.SYMLINK);
        shop.git.write("delivery/new.yaml", Shop.application("new", Shop.URL));
        shop.git.write("apps/new/deployment.yaml", Shop.deployment("new", 1));
        shop.push();

        // When
        var said = shop.look();

        // Then
        assertThat(problem(said))
                .isEqualTo(Problem.of("apps/pay/link.yaml", "a symlink is not followed"));
        assertThat(said.problems())
                .containsExactly(Problem.of("delivery/link.yaml", "a symlink is not followed"));
        assertThat(said.state("argocd/new").problem()).isNull();
        assertThat(said.withdrawn()).isEmpty();
    }

    @Test
    void a_path_that_leaves_the_repository_is_a_problem_of_the_application_that_names_it() {
        // Given
        shop.git.write(
                "delivery/pay.yaml",
                Shop.application("pay", Shop.URL).replace("apps/pay", "../../etc"));
        shop.git.write("apps/web/deployment.yaml", Shop.deployment("web", 3));
        shop.push();

        // When
        var said = shop.look();

        // Then
        assertThat(problem(said))
                .isEqualTo(Problem.of("delivery/pay.yaml", "a path must not leave its repository"));
        assertThat(said.state(WEB).generation()).isEqualTo(2);
    }

    private static Problem problem(Said said) {
        var problem = said.state(PAY).problem();
        assertThat(problem).as("a problem of " + PAY).isNotNull();
        return problem.problem();
    }

    private static String laughs() {
        var bomb = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (int i = 1; i < 10; i++) {
            var aliases = "*a%d, ".formatted(i - 1).repeat(9);
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, aliases));
        }
        return bomb.toString();
    }

    private static String configMaps(int count) {
        return IntStream.range(0, count)
                .mapToObj(BadInputTest::configMap)
                .collect(joining("---\n"));
    }

    private static String configMap(int number) {
        return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c%d}\n".formatted(number);
    }
}
