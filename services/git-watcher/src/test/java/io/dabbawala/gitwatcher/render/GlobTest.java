package io.dabbawala.gitwatcher.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "*.yaml;a.yaml;true",
                "*.yaml;deep/a.yaml;true",
                "**/a.yaml;deep/er/a.yaml;true",
                "*.yaml;a.yml;false",
                "?.yaml;ab.yaml;false",
                "{a,b}.yaml;b.yaml;true",
                "{a,b}.yaml;c.yaml;false",
                "[ab].yaml;a.yaml;true",
                "[!ab].yaml;a.yaml;false",
                "[!ab].yaml;c.yaml;true",
                "a.yaml;aXyaml;false",
                "\\*.yaml;*.yaml;true",
                "\\*.yaml;a.yaml;false"
            })
    void matches_as_argo_cd_does(String glob, String path, boolean matches) throws Exception {
        assertThat(Glob.of(glob).matches(path)).isEqualTo(matches);
    }

    @Test
    void refuses_a_pattern_nobody_can_read() {
        assertThatThrownBy(() -> Glob.of("[a")).hasMessageContaining("[a cannot be read");
    }
}
