package io.dabbawala.gitwatcher.source;

import static io.dabbawala.gitwatcher.source.Kitchen.configMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.gitwatcher.render.CanonicalJson;
import io.dabbawala.gitwatcher.render.TreeEntry.Kind;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of a folder with an overlay, which several applications share. */
class OverridesTest {

    private static final String FOR_ALL = "web/.argocd-source.yaml";
    private static final String FOR_SHOP = "web/.argocd-source-shop.yaml";

    private final Kitchen kitchen = new Kitchen();

    @BeforeEach
    void overlay() {
        kitchen.git.write("web/kustomization.yaml", "resources: []\n");
    }

    @Test
    void the_file_for_everybody_comes_before_the_one_of_the_application() {
        kitchen.git
                .write(FOR_ALL, "kustomize: {nameSuffix: -all, namePrefix: all-}")
                .write(FOR_SHOP, "kustomize: {namePrefix: shop-}");

        assertThat(built("{\"kustomize\":{\"namePrefix\":\"own-\",\"namespace\":\"shop\"}}"))
                .isEqualTo(
                        "{\"namePrefix\":\"shop-\",\"nameSuffix\":\"-all\",\"namespace\":\"shop\","
                                + "\"resources\":[]}");
    }

    @Test
    void the_file_of_another_application_changes_nothing() {
        kitchen.git.write("web/.argocd-source-pay.yaml", "kustomize: {namePrefix: pay-}");

        assertThat(built("{}")).isEqualTo("resources: []\n");
    }

    @Test
    void an_application_may_go_by_its_namespace_too_which_then_counts_alone() {
        kitchen.git.write(FOR_SHOP, "kustomize: {namePrefix: a-, nameSuffix: -a}");
        kitchen.git.write("web/.argocd-source-team_shop.yaml", "kustomize: {namePrefix: b-}");

        assertThat(built("{}")).isEqualTo("{\"namePrefix\":\"b-\",\"resources\":[]}");
    }

    @Test
    void without_an_application_only_the_file_for_everybody_counts() {
        kitchen.git.write("web/.argocd-source-.yaml", "kustomize: {nameSuffix: -none}");
        kitchen.git.write(FOR_ALL, "kustomize: {namePrefix: all-}");
        var folder = Overridable.of(CanonicalJson.parse("{}"), "", "");

        kitchen.manifests("web", folder);

        assertThat(PlainText.of(kitchen.job(), "source/web/kustomization.yaml"))
                .isEqualTo("{\"namePrefix\":\"all-\",\"resources\":[]}");
    }

    @Test
    void a_file_may_say_which_tool_it_is() {
        kitchen.git.write("web/deep/a.yaml", configMap("a"));
        kitchen.git.write(FOR_ALL, "directory: {recurse: true, exclude: kustomization.yaml}");

        assertThat(kitchen.manifests("web", source("{}"))).contains("\"a\"");
        assertThat(kitchen.programs.jobs()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "helm: {} | multiple application sources defined: Helm,Kustomize",
                "plugin: {name: x} | multiple application sources defined: Kustomize,Plugin",
                "kustomize: x | kustomize must be an object",
                "aloi | parameters of a source are an object",
                "# nothing | parameters of a source are an object",
                "'a: ['  | expected the node content, but found '<stream end>'"
            })
    void a_file_that_cannot_be_merged_is_told_with_its_name(String file, String reason) {
        kitchen.git.write(FOR_SHOP, file);

        var problem = kitchen.problem("web", source("{\"kustomize\":{}}"));

        assertThat(problem.file()).isEqualTo(FOR_SHOP);
        assertThat(problem.reason()).isEqualTo(reason);
        assertThat(kitchen.programs.jobs()).isEmpty();
    }

    @Test
    void a_symlink_is_not_followed_and_a_folder_is_no_file() {
        kitchen.git.write(FOR_ALL + "/a", "x");
        assertThat(built("{}")).isEqualTo("resources: []\n");

        kitchen.git.odd(FOR_SHOP, Kind.SYMLINK);
        assertThat(kitchen.problem("web", source("{}")).reason())
                .isEqualTo("a symlink is not followed");
    }

    @Test
    void the_files_are_part_of_what_a_rendering_reads_even_if_they_are_unreadable() {
        var before = kitchen.inputs("web", source("{}"));

        kitchen.git.write(FOR_SHOP, "kustomize: {namePrefix: a-}");
        var changed = kitchen.inputs("web", source("{}"));
        kitchen.git.write(FOR_SHOP, "a: [");

        assertThat(changed).isNotEqualTo(before);
        assertThat(kitchen.inputs("web", source("{}")))
                .isNotEqualTo(changed)
                .containsOnlyKeys("web");
    }

    @Test
    void what_a_file_names_elsewhere_is_read_too() {
        kitchen.git.write("web/Chart.yaml", "name: web").write("values/prod.yaml", "a: 1");
        var chart = source("{\"helm\":{}}");
        assertThat(isOfOneFolder(chart)).isTrue();

        kitchen.git.write(FOR_SHOP, "helm: {valueFiles: [/values/prod.yaml]}");

        assertThat(isOfOneFolder(chart)).isFalse();
        assertThat(kitchen.inputs("web", chart)).containsKey("source:values/prod.yaml");
    }

    private boolean isOfOneFolder(Tool tool) {
        var ingredient = kitchen.ingredient("web", tool, Map.of());
        return kitchen.renderer.isOfOneFolder(ingredient.snapshot(), "web", tool);
    }

    private static Tool source(String json) {
        return Overridable.of(CanonicalJson.parse(json), "team", "shop");
    }

    /** The kustomization a program gets. */
    private String built(String source) {
        kitchen.manifests("web", source(source));
        return PlainText.of(kitchen.job(), "source/web/kustomization.yaml");
    }
}
