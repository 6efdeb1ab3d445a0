package io.dabbawala.gitwatcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.gitwatcher.render.CanonicalJson;
import io.dabbawala.gitwatcher.render.Problem;
import io.dabbawala.gitwatcher.source.Helm;
import io.dabbawala.gitwatcher.source.SourceSpec;
import io.dabbawala.gitwatcher.source.Tool;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the Helm that is part of Dabbawala. */
class HelmRenderingTest {

    private static final String CHART = "charts/web";
    private static final String POINTER = pointer("4d7a21");
    private static final String POINTER_OF_OTHER = pointer("99ac02");
    private static final RenderLimits TIGHT =
            new RenderLimits(
                    Duration.ofSeconds(20),
                    512 << 20,
                    1 << 20,
                    64,
                    Duration.ofSeconds(30),
                    1 << 20);

    private final RealPrograms helm = new RealPrograms(RealPrograms.helm(), TIGHT);

    @BeforeEach
    void chart() {
        helm.git
                .write(CHART + "/Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.0.0\n")
                .write(CHART + "/values.yaml", "replicas: 1\nlist: [x]\nsub: {enabled: true}\n");
        template(
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: "{{ .Release.Name }}-{{ .Release.Namespace }}"}
                data:
                  replicas: {{ .Values.replicas | quote }}
                  list: {{ join "+" .Values.list | quote }}
                  version: {{ .Capabilities.KubeVersion.Version | quote }}
                  lookup: {{ lookup "v1" "Secret" "a" "b" | toJson | quote }}
                """);
    }

    @Test
    void renders_a_chart_for_its_release_without_asking_any_cluster() {
        assertThat(helm.manifests(CHART, Helm.PLAIN))
                .contains(
                        "\"name\":\"web-shop\"",
                        "\"replicas\":\"1\"",
                        "\"list\":\"x\"",
                        "\"version\":\"v1.36.0\"",
                        "\"lookup\":\"{}\"");
    }

    @Test
    void a_chart_that_has_nothing_for_anybody_renders_to_nothing() {
        template("{{ if .Values.none }}a: b{{ end }}");

        assertThat(helm.manifests(CHART, Helm.PLAIN)).isEqualTo("[]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "binaryData: {a: {{ .Files.Get \"logo.png\" | b64enc }}}",
                "data: {a: {{ .Files.Get (printf \"%s.png\" \"logo\") | quote }}}",
                "data:\n{{ (.Files.Glob \"*.png\").AsConfig | indent 2 }}",
                "data:\n{{ (.Files.Glob \"*.png\").AsSecrets | indent 2 }}",
                "data:\n  a: |\n{{ range .Files.Lines \"logo.png\" }}    {{ . }}\n{{ end }}"
            })
    void a_pointer_of_lfs_that_a_template_reads_is_not_delivered_in_its_place(String reading) {
        helm.git.write(CHART + "/logo.png", POINTER).write(CHART + "/other.png", POINTER_OF_OTHER);
        template("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n" + reading + "\n");
        helm.git.write(CHART + "/.helmignore", "other.png\n");

        assertThat(helm.problem(CHART, Helm.PLAIN))
                .isEqualTo(
                        Problem.of(
                                CHART + "/logo.png",
                                "a Git LFS pointer: its content is not in Git"));
    }

    @Test
    void a_pointer_of_lfs_that_no_template_reads_is_nobodys_business() {
        helm.git.write(CHART + "/logo.png", POINTER).write(CHART + "/other.bin", "oid sha256:ab");
        template(
                "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n"
                        + "data: {a: {{ .Files.Get \"other.bin\" }}}\n");

        assertThat(helm.manifests(CHART, Helm.PLAIN)).contains("oid sha256:ab");
    }

    @Test
    void parameters_win_over_values_and_values_over_files() {
        helm.git.write("more.yaml", "replicas: 2\nlist: [y]\n");
        var tool =
                helm(
                        """
                        {"releaseName":"r","namespace":"n","valueFiles":["../../more.yaml"],
                        "values":"list: [z]","kubeVersion":"1.30.0",
                        "parameters":[{"name":"replicas","value":"1000000"}]}
                        """);

        assertThat(helm.manifests(CHART, tool))
                .contains(
                        "\"name\":\"r-n\"",
                        "\"replicas\":\"1000000\"",
                        "\"list\":\"z\"",
                        "\"version\":\"v1.30.0\"");
    }

    @Test
    void parameters_may_be_lists_text_and_files() {
        helm.git.write(CHART + "/note.txt", "from a file");
        var tool =
                helm(
                        """
                        {"parameters":[{"name":"list","value":"{a,b}"},
                        {"name":"replicas","value":"007","forceString":true}],
                        "fileParameters":[{"name":"list[0]","path":"note.txt"}]}
                        """);

        assertThat(helm.manifests(CHART, tool))
                .contains("\"list\":\"from a file+b\"", "\"replicas\":\"007\"");
    }

    @Test
    void hooks_and_crds_are_manifests_too_unless_left_out() {
        helm.git
                .write(
                        CHART + "/templates/hook.yaml",
                        object("Job", "pre", "helm.sh/hook: pre-install"))
                .write(CHART + "/templates/test.yaml", object("Pod", "test", "helm.sh/hook: test"))
                .write(
                        CHART + "/crds/a.yaml",
                        object("CustomResourceDefinition", "crd", "help: '{{ none }}'"));

        assertThat(helm.manifests(CHART, Helm.PLAIN))
                .contains("\"helm.sh/hook\":\"pre-install\"", "\"test\"", "\"crd\"", "{{ none }}");
        assertThat(helm.manifests(CHART, helm("{\"skipCrds\":true,\"skipTests\":true}")))
                .contains("\"pre\"")
                .doesNotContain("\"test\"")
                .doesNotContain("\"crd\"");
    }

    @Test
    void a_dependency_that_is_off_brings_no_crds() {
        helm.git
                .write(
                        CHART + "/Chart.yaml",
                        "apiVersion: v2\nname: web\nversion: 1.0.0\ndependencies:\n"
                                + "- {name: sub, version: 1.0.0, condition: sub.enabled}\n")
                .write(
                        CHART + "/charts/sub/Chart.yaml",
                        "apiVersion: v2\nname: sub\nversion: 1.0.0\n")
                .write(
                        CHART + "/charts/sub/crds/a.yaml",
                        object("CustomResourceDefinition", "sub-crd", "a: b"));

        assertThat(helm.manifests(CHART, Helm.PLAIN)).contains("sub-crd");
        assertThat(helm.manifests(CHART, helm("{\"values\":\"sub: {enabled: false}\"}")))
                .doesNotContain("sub-crd");
    }

    @Test
    void a_dependency_that_is_not_vendored_is_not_fetched() {
        helm.git.write(
                CHART + "/Chart.yaml",
                "apiVersion: v2\nname: web\nversion: 1.0.0\ndependencies:\n"
                        + "- {name: db, version: 1.0.0, repository: https://charts.example}\n");

        assertThat(helm.problem(CHART, Helm.PLAIN).reason()).contains("db");
    }

    @Test
    void a_failure_names_the_template_and_its_line() {
        template("a: 1\nb: {{ fail \"no such thing\" }}\n");
        var problem = helm.problem(CHART, Helm.PLAIN);
        assertThat(problem.file()).isEqualTo(CHART + "/templates/a.yaml");
        assertThat(problem.line()).isEqualTo(2);
        assertThat(problem.reason()).contains("no such thing").doesNotContain("/tmp");

        template("{{ if }}\n");
        assertThat(helm.problem(CHART, Helm.PLAIN).line()).isEqualTo(1);

        template("a: b: c\n");
        assertThat(helm.problem(CHART, Helm.PLAIN).reason()).contains("mapping values");
    }

    @Test
    void loops_end_at_a_limit_and_the_next_rendering_works() {
        template("a: {{ include \"x\" . }}\n{{ define \"x\" }}{{ include \"x\" . }}{{ end }}");
        var endless = helm.problem(CHART, Helm.PLAIN);
        assertThat(endless.line()).as(endless.reason()).isPositive();

        template("a: {{ range until 1000000000 }}x{{ end }}\n");
        assertThat(helm.problem(CHART, Helm.PLAIN).reason())
                .isEqualTo(
                        "rendering needed more than 536870912 bytes of memory"
                                + " (raise git-watcher.rendering.memory)");

        template("{{ range until 30000 }}# " + "x".repeat(100) + "\n{{ end }}a: b\n");
        assertThat(helm.problem(CHART, Helm.PLAIN).reason())
                .contains("wrote more than 1048576 bytes (raise git-watcher.rendering.output)");

        chart();
        assertThat(helm.manifests(CHART, Helm.PLAIN)).contains("web-shop");
    }

    @Test
    void files_are_read_from_the_chart_only() {
        template(
                "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n"
                        + "data: {f: {{ .Files.Get \"../../secret.txt\" | quote }}}\n");
        helm.git.write("secret.txt", "hunter2");

        assertThat(helm.manifests(CHART, Helm.PLAIN)).contains("\"f\":\"\"");
    }

    @Test
    void versions_of_apis_need_the_program_itself() {
        assertThat(helm.problem(CHART, helm("{\"apiVersions\":[\"v9\"]}")).reason())
                .isEqualTo(
                        "helm.apiVersions needs the helm program: name it with"
                                + " git-watcher.rendering.helm");
    }

    private void template(String text) {
        helm.git.write(CHART + "/templates/a.yaml", text);
    }

    private static String object(String kind, String name, String annotation) {
        return "apiVersion: x/v1\nkind: %s\nmetadata:\n  name: %s\n  annotations:\n    %s\n"
                .formatted(kind, name, annotation);
    }

    private static Tool helm(String spec) {
        return SourceSpec.toolOf(CanonicalJson.parse("{\"helm\":" + spec + "}"));
    }

    private static String pointer(String oid) {
        return "version https://git-lfs.github.com/spec/v1\noid sha256:%s\nsize 9\n"
                .formatted(oid.repeat(10) + "abcd");
    }
}
