package io.dabbawala.gitwatcher.generate.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.gitwatcher.generate.World;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitGeneratorTest {

    private final World world =
            new World()
                    .files(
                            "app1/a.yaml", "",
                            "app_3/a.yaml", "",
                            "p1/app2/a.yaml", "",
                            "p1-x/a.yaml", "",
                            ".github/workflows/a.yaml", "",
                            "README.md", "");

    private List<String> paths(String directories) {
        return world
                .parameters(
                        false,
                        "- git: {repoURL: x, revision: main, directories: " + directories + "}")
                .stream()
                .map(set -> World.yaml(set).path("path").asText())
                .toList();
    }

    @Test
    void a_folder_is_its_path_and_what_can_be_said_of_it() {
        assertThat(
                        world.parameters(
                                false,
                                "- git: {repoURL: x, directories: [{path: '*'}, {path: 'p1/*'}]}"))
                .containsExactly(
                        "{\"path\":\"app1\",\"path.basename\":\"app1\",\"path.basenameNormalized\":\"app1\",\"path[0]\":\"app1\"}",
                        "{\"path\":\"app_3\",\"path.basename\":\"app_3\",\"path.basenameNormalized\":\"app-3\",\"path[0]\":\"app_3\"}",
                        "{\"path\":\"p1\",\"path.basename\":\"p1\",\"path.basenameNormalized\":\"p1\",\"path[0]\":\"p1\"}",
                        "{\"path\":\"p1/app2\",\"path.basename\":\"app2\",\"path.basenameNormalized\":\"app2\",\"path[0]\":\"p1\",\"path[1]\":\"app2\"}",
                        "{\"path\":\"p1-x\",\"path.basename\":\"p1-x\",\"path.basenameNormalized\":\"p1-x\",\"path[0]\":\"p1-x\"}");
    }

    @Test
    void a_go_template_sees_one_path_and_a_prefix_stands_before_it() {
        assertThat(
                        world.parameters(
                                true,
                                """
                                - git:
                                    repoURL: x
                                    pathParamPrefix: my
                                    directories: [{path: p1/app2}]
                                    values: {name: '{{ .my.path.basename }}-{{ index .my.path.segments 0 }}'}
                                """))
                .containsExactly(
                        "{\"my\":{\"path\":{\"basename\":\"app2\",\"basenameNormalized\":\"app2\",\"path\":\"p1/app2\",\"segments\":[\"p1\",\"app2\"]}},\"values\":{\"name\":\"app2-p1\"}}");
    }

    @Test
    void an_exclusion_wins_wherever_it_stands() {
        assertThat(paths("[{path: 'p1/*', exclude: true}, {path: '*'}, {path: '*/*'}]"))
                .containsExactly("app1", "app_3", "p1", "p1-x");
        assertThat(paths("[{path: '*'}, {path: 'app?', exclude: true}]"))
                .containsExactly("app_3", "p1", "p1-x");
        assertThat(paths("[{path: '[a'}]")).isEmpty();
        assertThat(paths("[{path: '[^p]*'}]")).containsExactly("app1", "app_3");
    }

    @ParameterizedTest
    @CsvSource({
        "cluster/*/config.json, cluster/a/config.json, true",
        "cluster/*/config.json, cluster/a/b/config.json, false",
        "cluster/**/config.json, cluster/a/b/config.json, true",
        "cluster/**/config.json, cluster/config.json, true",
        "**/config.json, config.json, true",
        "**/*.{yaml;json}, a/b.json, true",
        "**, a/b/c, true",
        "**/**/**/**/**/**/**/**/x, a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q/r/s/t/u/v/w/y, false",
        "a**.yaml, abc.yaml, true",
        "a**.yaml, ab/c.yaml, false",
        "[ab]/x, a/x, true",
        "[!ab]/x, a/x, false",
    })
    void a_star_stays_in_its_folder_and_two_cross(String glob, String path, boolean matches) {
        var pattern = PathGlob.ofFiles(glob.replace(';', ',')).orElseThrow();

        assertThat(pattern.matcher(path).matches()).isEqualTo(matches);
    }

    @Test
    void a_file_holds_one_object_or_a_list_of_them() {
        var files =
                new World()
                        .files(
                                "cluster/prod/config.json",
                                "{\"cluster\":{\"name\":\"prod\",\"n\":1000000,\"list\":[true,null]}}",
                                "cluster/dev/config_1.yaml",
                                "- cluster: {name: dev1}\n- cluster: {name: dev2}\n");

        assertThat(files.parameters(false, "- git: {repoURL: x, files: [{path: '**/config*'}]}"))
                .containsExactly(
                        "{\"cluster.name\":\"dev1\",\"path\":\"cluster/dev\",\"path.basename\":\"dev\",\"path.basenameNormalized\":\"dev\",\"path.filename\":\"config_1.yaml\",\"path.filenameNormalized\":\"config-1.yaml\",\"path[0]\":\"cluster\",\"path[1]\":\"dev\"}",
                        "{\"cluster.name\":\"dev2\",\"path\":\"cluster/dev\",\"path.basename\":\"dev\",\"path.basenameNormalized\":\"dev\",\"path.filename\":\"config_1.yaml\",\"path.filenameNormalized\":\"config-1.yaml\",\"path[0]\":\"cluster\",\"path[1]\":\"dev\"}",
                        "{\"cluster.list.0\":\"true\",\"cluster.list.1\":\"<nil>\",\"cluster.n\":\"1e+06\",\"cluster.name\":\"prod\",\"path\":\"cluster/prod\",\"path.basename\":\"prod\",\"path.basenameNormalized\":\"prod\",\"path.filename\":\"config.json\",\"path.filenameNormalized\":\"config.json\",\"path[0]\":\"cluster\",\"path[1]\":\"prod\"}");
    }

    @Test
    void an_empty_file_is_a_set_and_a_word_is_an_error() {
        var files = new World().files("a/empty.yaml", "", "b/word.yaml", "word");

        assertThat(files.parameters(true, "- git: {repoURL: x, files: [{path: a/*}]}"))
                .containsExactly(
                        "{\"path\":{\"basename\":\"a\",\"basenameNormalized\":\"a\",\"filename\":\"empty.yaml\",\"filenameNormalized\":\"empty.yaml\",\"path\":\"a\",\"segments\":[\"a\"]}}");
        assertThat(files.parameters(true, "- git: {repoURL: x, files: [{path: b/*}]}"))
                .containsExactly(
                        "error: error generating params from git: unable to process file 'b/word.yaml': unable to parse file: error unmarshaling JSON: while decoding JSON: json: cannot unmarshal string into Go value of type []map[string]interface {}");
    }

    @Test
    void neither_folders_nor_files_is_an_empty_set() {
        assertThat(world.parameters(true, "- git: {repoURL: x}"))
                .containsExactly("error: ApplicationSet is empty");
    }
}
