package io.dabbawala.gitwatcher.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.generate.forge.ForgeRepository;
import io.dabbawala.gitwatcher.generate.forge.PullRequest;
import io.dabbawala.gitwatcher.render.CanonicalJson;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenerationTest {

    private static final String IN_PATCH =
            "template: {metadata: {name: a}}\n  templatePatch: 'metadata: {namespace: other}'";

    private static final String LIST =
            "- list: {elements: [{name: a, num: '1'}, {name: b, num: '2'}]}";
    private final World world = new World();

    private Generated generate(String yaml) {
        return Generation.of(new ApplicationSet(World.yaml(yaml)), world);
    }

    private static List<JsonNode> applications(Generated generated) {
        assertThat(generated).isInstanceOf(Generated.Applications.class);
        return ((Generated.Applications) generated).all();
    }

    private List<JsonNode> applications(boolean isGo, String generators, String template) {
        return applications(Generation.of(World.set(isGo, generators, template), world));
    }

    @Test
    void every_set_fills_the_template() {
        assertThat(
                        applications(
                                false,
                                LIST,
                                "{metadata: {name: 'app-{{name}}', labels: {'l-{{num}}': '{{ nope }}'}}, spec: {project: default, x: 5}}"))
                .extracting(CanonicalJson::of)
                .containsExactly(
                        "{\"apiVersion\":\"argoproj.io/v1alpha1\",\"kind\":\"Application\",\"metadata\":{\"finalizers\":[\"resources-finalizer.argocd.argoproj.io\"],\"labels\":{\"l-1\":\"{{ nope }}\"},\"name\":\"app-a\",\"namespace\":\"argocd\"},\"spec\":{\"project\":\"default\",\"x\":5}}",
                        "{\"apiVersion\":\"argoproj.io/v1alpha1\",\"kind\":\"Application\",\"metadata\":{\"finalizers\":[\"resources-finalizer.argocd.argoproj.io\"],\"labels\":{\"l-2\":\"{{ nope }}\"},\"name\":\"app-b\",\"namespace\":\"argocd\"},\"spec\":{\"project\":\"default\",\"x\":5}}");
    }

    @Test
    void a_missing_key_is_an_error_where_the_options_say_so() {
        assertThat(Generation.of(World.set(true, LIST, "{metadata: {name: '{{ .nope }}'}}"), world))
                .isEqualTo(
                        new Generated.Failed(
                                "failed to execute go template {{ .nope }}: template: :1:3: executing \"\" at <.nope>: map has no entry for key \"nope\""));
    }

    @Test
    void two_of_one_name_are_an_error_of_the_whole_set() {
        assertThat(Generation.of(World.set(false, LIST, "{metadata: {name: x}}"), world))
                .isEqualTo(
                        new Generated.Failed(
                                "ApplicationSet guestbook contains applications with duplicate name: x"));
    }

    @Test
    void a_generators_own_template_wins_and_is_completed() {
        var generators =
                "- list: {elements: [{name: a}], template: {metadata: {name: '', labels: {l: own}}, spec: {project: own}}}";

        assertThat(
                        applications(
                                true,
                                generators,
                                "{metadata: {name: '{{ .name }}', labels: {l: base, m: base}}, spec: {project: base, o: z}}"))
                .singleElement()
                .satisfies(
                        application -> {
                            assertThat(CanonicalJson.of(application.at("/metadata/labels")))
                                    .isEqualTo("{\"l\":\"own\",\"m\":\"base\"}");
                            assertThat(CanonicalJson.of(application.path("spec")))
                                    .isEqualTo("{\"o\":\"z\",\"project\":\"own\"}");
                            assertThat(application.at("/metadata/name").asText()).isEqualTo("a");
                        });
    }

    @Test
    void a_patch_is_merged_into_the_application_but_for_its_project() {
        var patched =
                """
                apiVersion: argoproj.io/v1alpha1
                kind: ApplicationSet
                metadata: {name: s}
                spec:
                  goTemplate: true
                  generators: [{list: {elements: [{name: a, prune: true, files: [x, z]}]}}]
                  template:
                    metadata: {name: '{{ .name }}', annotations: {a: '1', b: '2'}}
                    spec: {project: p, source: {path: old, helm: {valueFiles: [z]}}}
                  templatePatch: |
                    metadata:
                      annotations: {a: null, c: '3'}
                      finalizers: [mine]
                    spec:
                      project: evil
                      source:
                        helm:
                          valueFiles:
                          {{- range .files }}
                          - {{ . }}
                          {{- end }}
                      {{- if .prune }}
                      syncPolicy: {automated: {prune: {{ .prune }}}}
                      {{- end }}
                """;

        assertThat(applications(generate(patched)))
                .singleElement()
                .extracting(CanonicalJson::of)
                .isEqualTo(
                        "{\"apiVersion\":\"argoproj.io/v1alpha1\",\"kind\":\"Application\",\"metadata\":{\"annotations\":{\"b\":\"2\",\"c\":\"3\"},\"finalizers\":[\"resources-finalizer.argocd.argoproj.io\",\"mine\"],\"name\":\"a\"},\"spec\":{\"project\":\"p\",\"source\":{\"helm\":{\"valueFiles\":[\"x\",\"z\"]},\"path\":\"old\"},\"syncPolicy\":{\"automated\":{\"prune\":true}}}}");
    }

    @Test
    void a_patch_in_json_may_be_indented_by_tabs() throws Exception {
        var patched =
                """
                apiVersion: argoproj.io/v1alpha1
                kind: ApplicationSet
                spec:
                  generators: [{list: {elements: [{name: a}]}}]
                  template: {metadata: {name: '{{name}}'}, spec: {project: p}}
                  templatePatch: "{\\n\\t\\"spec\\": {\\"revisionHistoryLimit\\": 3}\\n}"
                """;

        assertThat(applications(generate(patched)))
                .singleElement()
                .asString()
                .contains("\"revisionHistoryLimit\":3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"template: {metadata: {name: a, namespace: other}}", IN_PATCH})
    void an_application_is_in_the_namespace_of_its_set_whatever_is_said(String spec)
            throws Exception {
        var set =
                """
                apiVersion: argoproj.io/v1alpha1
                kind: ApplicationSet
                metadata: {name: s, namespace: team}
                spec:
                  generators: [{list: {elements: [{x: z}]}}]
                  %s
                """
                        .formatted(spec);

        assertThat(applications(generate(set)))
                .singleElement()
                .asString()
                .contains("\"namespace\":\"team\"");
        assertThat(applications(generate(set.replace(", namespace: team", ""))))
                .singleElement()
                .asString()
                .doesNotContain("namespace");
    }

    @Test
    void what_preserves_resources_gets_no_finalizer() {
        var set =
                """
                apiVersion: argoproj.io/v1alpha1
                kind: ApplicationSet
                metadata: {name: s}
                spec:
                  syncPolicy: {preserveResourcesOnDeletion: true}
                  strategy: {type: RollingSync}
                  generators: [{list: {elements: [{name: a}]}}, {unheardOf: {}}]
                  template: {metadata: {name: '{{name}}'}, spec: {}}
                """;

        var generated = generate(set);

        assertThat(applications(generated).getFirst().at("/metadata/finalizers").isMissingNode())
                .isTrue();
        assertThat(((Generated.Applications) generated).notes())
                .containsExactly(
                        "spec.strategy is left out: every application is synced when its own policy says so",
                        "ApplicationSet s contains unrecognized generators");
    }

    @Test
    void what_is_no_applicationset_or_of_the_wrong_kind_is_said() {
        assertThat(generate("{kind: Application, apiVersion: argoproj.io/v1alpha1}"))
                .isEqualTo(
                        new Generated.Failed(
                                "not an ApplicationSet: apiVersion \"argoproj.io/v1alpha1\", kind \"Application\""));
        assertThat(
                        generate(
                                "{kind: ApplicationSet, apiVersion: argoproj.io/v1alpha1, spec: {generators: {}}}"))
                .isEqualTo(
                        new Generated.Failed(
                                "spec.generators must be a list, it is of kind object"));
    }

    @Test
    void pull_requests_pass_filters_and_carry_their_labels() {
        world.pull(
                        new PullRequest(
                                1,
                                "T1",
                                "feature/Hello_World",
                                "main",
                                "089d92cbf9ff857a39e6feccd32798ca700fb958",
                                "asha",
                                List.of("preview")))
                .pull(new PullRequest(2, "T2", "fix", "main", "abc", "ravi", List.of()));
        var generators =
                """
                - pullRequest:
                    github: {owner: o, repo: r, labels: [preview]}
                    filters: [{branchMatch: '^feature'}]
                    values: {v: '{{ .branch_slug }}'}
                """;

        assertThat(world.parameters(true, generators))
                .containsExactly(
                        "{\"author\":\"asha\",\"branch\":\"feature/Hello_World\",\"branch_slug\":\"feature-hello-world\",\"head_sha\":\"089d92cbf9ff857a39e6feccd32798ca700fb958\",\"head_short_sha\":\"089d92cb\",\"head_short_sha_7\":\"089d92c\",\"labels\":[\"preview\"],\"number\":\"1\",\"target_branch\":\"main\",\"target_branch_slug\":\"main\",\"title\":\"T1\",\"values\":{\"v\":\"feature-hello-world\"}}");
        assertThat(world.parameters(true, "- pullRequest: {filters: []}"))
                .containsExactly(
                        "error: failed to select pull request service provider: no Pull Request provider implementation configured");
    }

    @Test
    void repositories_of_a_forge_pass_filters() {
        world.repository(
                        new ForgeRepository(
                                "myorg",
                                "repo1",
                                "7",
                                "https://x/repo1",
                                "feat/A",
                                "0bc57212c3cbbec69d20b34c507284bd300def5b",
                                List.of("prod", "staging"),
                                List.of("deploy")))
                .repository(
                        new ForgeRepository(
                                "myorg",
                                "repo2",
                                "",
                                "https://x/repo2",
                                "main",
                                "59d0",
                                List.of(),
                                List.of()));

        assertThat(
                        world.parameters(
                                false,
                                "- scmProvider: {github: {organization: myorg}, filters: [{repositoryMatch: '1$', pathsExist: [deploy]}]}"))
                .containsExactly(
                        "{\"branch\":\"feat/A\",\"branchNormalized\":\"feat-a\",\"labels\":\"prod,staging\",\"organization\":\"myorg\",\"repository\":\"repo1\",\"repository_id\":\"7\",\"sha\":\"0bc57212c3cbbec69d20b34c507284bd300def5b\",\"short_sha\":\"0bc57212\",\"short_sha_7\":\"0bc5721\",\"url\":\"https://x/repo1\"}");
    }
}
