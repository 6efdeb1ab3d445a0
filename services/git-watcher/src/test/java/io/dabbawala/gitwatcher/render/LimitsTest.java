package io.dabbawala.gitwatcher.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {

    @ParameterizedTest
    @ValueSource(strings = {"a.yaml", "a.json"})
    void what_was_too_much_is_read_where_the_limit_was_raised(String file) throws Exception {
        var deep = object("[".repeat(Limits.DEEPEST - 1) + "]".repeat(Limits.DEEPEST - 1));
        var large = object("9".repeat(60));
        assertThatThrownBy(() -> ManifestFile.read(file, deep, Limits.USUAL))
                .hasMessage("nested deeper than 100");
        assertThatThrownBy(() -> ManifestFile.read(file, large, Limits.USUAL))
                .hasMessageContaining("a number of 60 characters, at most 40");

        var raised = limits(Limits.DEEPEST, 60, 4 << 20);

        assertThat(ManifestFile.read(file, deep, raised)).hasSize(1);
        assertThat(ManifestFile.read(file, large, raised)).hasSize(1);
    }

    @Test
    void what_may_be_that_deep_can_be_written_and_read_again() throws Exception {
        var deep = object("[".repeat(Limits.DEEPEST - 1) + "]".repeat(Limits.DEEPEST - 1));
        var raised = limits(Limits.DEEPEST, 40, 4 << 20);

        var rendering = Rendering.of("a", ManifestFile.read("a.yaml", deep, raised), "", raised);

        assertThat(rendering)
                .isInstanceOfSatisfying(
                        Rendering.Rendered.class,
                        one -> assertThat(CanonicalJson.parse(one.manifests())).hasSize(1));
    }

    @Test
    void a_limit_nobody_could_keep_is_a_mistake_of_the_configuration() {
        assertThatThrownBy(() -> limits(501, 40, 4 << 20))
                .hasMessage("git-watcher.limits.depth: 501 is not between 1 and 500");
        assertThatThrownBy(() -> limits(100, 40, 6 << 20))
                .hasMessage("git-watcher.limits.manifests: 6291456 is not between 1 and 5242880");
        assertThatThrownBy(() -> limits(0, 40, 4 << 20)).hasMessageContaining("depth: 0 is not");
    }

    private static byte[] object(String value) {
        var text =
                "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"a\"},\"x\":%s}";
        return text.formatted(value).getBytes(UTF_8);
    }

    private static Limits limits(int depth, int digits, int manifests) {
        return new Limits(
                10,
                1 << 20,
                10,
                manifests,
                new Limits.Document(depth, 50, digits, 1 << 20, "git-watcher.limits."));
    }
}
