package io.dabbawala.gitwatcher.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dabbawala.gitwatcher.InMemoryGit;
import io.dabbawala.gitwatcher.render.TreeEntry.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectoryTest {

    private final InMemoryGit git =
            new InMemoryGit("shop")
                    .write("apps/a.yaml", "")
                    .write("apps/b.yml", "")
                    .write("apps/c.json", "")
                    .write("apps/notes.txt", "")
                    .write("apps/deep/d.yaml", "");

    @Test
    void takes_yaml_and_json_of_the_folder_only() throws Exception {
        assertThat(selected(new Directory(false, "", "")))
                .containsExactly("apps/a.yaml", "apps/b.yml", "apps/c.json");
    }

    @Test
    void goes_down_when_told_to() throws Exception {
        assertThat(selected(new Directory(true, "", ""))).contains("apps/deep/d.yaml");
    }

    @Test
    void excludes_before_it_includes() throws Exception {
        assertThat(selected(new Directory(true, "{*.yaml,*.yml}", "b*")))
                .containsExactly("apps/a.yaml", "apps/deep/d.yaml");
    }

    @Test
    void refuses_a_symlink_a_submodule_and_jsonnet_by_name() {
        git.odd("apps/link.yaml", Kind.SYMLINK);
        refuses(new Directory(false, "", ""), "a symlink is not followed");

        git.remove("apps/link.yaml").odd("apps/sub", Kind.SUBMODULE);
        refuses(new Directory(true, "", ""), "a submodule is not followed");

        git.remove("apps/sub").write("apps/x.jsonnet", "{}");
        refuses(new Directory(false, "", ""), "Jsonnet is not rendered");
    }

    @Test
    void a_symlink_that_is_excluded_is_nobodys_business() throws Exception {
        git.odd("apps/link.yaml", Kind.SYMLINK);

        assertThat(selected(new Directory(false, "", "link.yaml"))).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"./apps/,apps", "apps//web,apps/web", ".,''", "'',''"})
    void names_a_path_as_git_does(String written, String path) throws Exception {
        assertThat(Directory.normalised(written)).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({"..", "../other", "apps/../../etc"})
    void refuses_a_path_that_leaves_the_repository(String path) {
        assertThatThrownBy(() -> Directory.normalised(path))
                .hasMessage("a path must not leave its repository");
    }

    private void refuses(Directory directory, String reason) {
        assertThatThrownBy(() -> selected(directory)).hasMessage(reason);
    }

    private List<String> selected(Directory directory) throws UnreadableSource {
        return directory.select(git, git.push(), "apps", Limits.USUAL).stream()
                .map(TreeEntry::path)
                .toList();
    }
}
