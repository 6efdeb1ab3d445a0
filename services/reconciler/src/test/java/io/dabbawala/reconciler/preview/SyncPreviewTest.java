package io.dabbawala.reconciler.preview;

import static io.dabbawala.reconciler.plan.Fixtures.NOON;
import static io.dabbawala.reconciler.plan.Fixtures.annotated;
import static io.dabbawala.reconciler.plan.Fixtures.config;
import static io.dabbawala.reconciler.plan.Fixtures.deployment;
import static io.dabbawala.reconciler.plan.Fixtures.object;
import static io.dabbawala.reconciler.plan.Fixtures.ours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dabbawala.reconciler.application.Tracking;
import io.dabbawala.reconciler.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SyncPreviewTest {

    private static final String OPTIONS = "argocd.argoproj.io/sync-options";
    private static final String HOOK = "argocd.argoproj.io/hook";

    private PreviewedApplication application = PreviewedApplication.NONE;
    private Operation operation = Operation.PLAIN;
    private final List<Map<String, Object>> live = new ArrayList<>();

    @Test
    void what_is_absent_is_created_and_what_is_there_corrected_hooks_in_their_phases() {
        live.add(config("old", "1"));

        assertThat(
                        preview(
                                deployment("web", "web:1"),
                                config("old", "1"),
                                annotated(config("hook", "1"), HOOK, "PostSync,PreSync"),
                                annotated(config("alarm", "1"), HOOK, "SyncFail"),
                                annotated(config("goodbye", "1"), HOOK, "PreDelete")))
                .containsExactly(
                        "1 PreSync 0 hook ConfigMap shop/hook",
                        "2 Sync 0 correct ConfigMap shop/old",
                        "3 Sync 0 create Deployment shop/web",
                        "4 PostSync 0 hook ConfigMap shop/hook",
                        "5 SyncFail 0 hook ConfigMap shop/alarm");
    }

    @Test
    void an_ignored_hook_is_skipped_with_the_reason() {
        assertThat(preview(annotated(config("a", "1"), HOOK, "Skip")))
                .containsExactly("1 Sync 0 skip ConfigMap shop/a: ignored (hook: Skip)");
    }

    @Test
    void what_lives_in_no_namespace_is_found_though_one_is_written() {
        live.add(
                object(
                        "{'apiVersion':'v1','kind':'Namespace',"
                                + "'metadata':{'name':'blue','namespace':'shop'}}"));

        assertThat(
                        preview(
                                object(
                                        "{'apiVersion':'v1','kind':'Namespace','metadata':{'name':'blue'}}")))
                .containsExactly("1 Sync 0 correct Namespace blue");
    }

    @Test
    void prune_is_off_unless_the_operation_asks_for_it() {
        live.add(config("gone", "1"));
        live.add(annotated(config("keep", "1"), OPTIONS, "Prune=false"));
        live.add(annotated(config("ask", "1"), OPTIONS, "Prune=confirm"));
        live.add(annotated(config("hook", "1"), HOOK, "PreSync"));

        assertThat(preview())
                .containsExactly(
                        "1 Sync 0 skip ConfigMap shop/ask: ignored (requires pruning)",
                        "2 Sync 0 skip ConfigMap shop/gone: ignored (requires pruning)",
                        "3 Sync 0 skip ConfigMap shop/keep: ignored (requires pruning)");
        operate("{'sync':{'prune':true}}");
        assertThat(preview())
                .containsExactly(
                        "1 Sync 0 prune ConfigMap shop/ask: waits for a confirmation",
                        "2 Sync 0 prune ConfigMap shop/gone",
                        "3 Sync 0 skip ConfigMap shop/keep: ignored (no prune)");
    }

    @Test
    void a_confirmation_since_the_start_lets_it_go() {
        live.add(ours(annotated(config("ask", "1"), OPTIONS, "Prune=confirm")));
        operate("{'sync':{'prune':true}}");
        application =
                PreviewedApplication.of(
                        object(
                                "{'metadata':{'name':'web','annotations':"
                                        + "{'argocd.argoproj.io/deletion-approved':'%s'}}}"
                                                .formatted(NOON)));

        assertThat(preview()).containsExactly("1 Sync 0 prune ConfigMap shop/ask");
    }

    @Test
    void only_what_the_application_tracks_is_its_own() {
        live.add(ours(config("mine", "1")));
        live.add(config("foreign", "1"));
        live.add(annotated(config("x", "1"), Tracking.ANNOTATION, "bank:/ConfigMap:shop/x"));
        operate("{'sync':{'prune':true}}");
        applied("{}");

        assertThat(preview()).containsExactly("1 Sync 0 prune ConfigMap shop/mine");
    }

    @Test
    void some_objects_only_means_no_others_and_no_hooks() {
        live.add(config("gone", "1"));
        operate("{'sync':{'prune':true,'resources':[{'kind':'ConfigMap','name':'a'}]}}");

        assertThat(
                        preview(
                                config("a", "1"),
                                config("b", "1"),
                                annotated(config("hook", "1"), HOOK, "PreSync")))
                .containsExactly(
                        "1 PreSync 0 skip ConfigMap shop/hook: "
                                + "hooks are skipped (only some objects are synced)",
                        "2 Sync 0 create ConfigMap shop/a");
    }

    @Test
    void out_of_sync_only_skips_what_is_unchanged_and_not_hooks() {
        live.add(config("same", "1"));
        live.add(config("other", "2"));
        live.add(config("hook", "1"));
        applied("{'syncPolicy':{'syncOptions':['ApplyOutOfSyncOnly=true']}}");

        assertThat(
                        preview(
                                config("same", "1"),
                                config("other", "1"),
                                annotated(config("hook", "1"), HOOK, "Sync")))
                .containsExactly(
                        "1 Sync 0 hook ConfigMap shop/hook",
                        "2 Sync 0 correct ConfigMap shop/other",
                        "3 Sync 0 skip ConfigMap shop/same: unchanged (ApplyOutOfSyncOnly)");
    }

    @Test
    void options_of_the_operation_stand_for_those_of_the_application() {
        live.add(config("same", "1"));
        applied("{'syncPolicy':{'syncOptions':['ApplyOutOfSyncOnly=true']}}");
        operate("{'sync':{'syncOptions':[]}}");

        assertThat(preview(config("same", "1")))
                .containsExactly("1 Sync 0 correct ConfigMap shop/same");
    }

    @Test
    void the_namespace_is_created_before_everything_in_it() {
        applied(
                "{'destination':{'namespace':'shop'},"
                        + "'syncPolicy':{'syncOptions':['CreateNamespace=true']}}");
        var bare = object("{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'bare'}}");

        assertThat(preview(bare, annotated(bare, "argocd.argoproj.io/sync-wave", "x")))
                .containsExactly(
                        "1 PreSync 0 create Namespace shop", "2 Sync 0 create ConfigMap shop/bare");
        live.add(object("{'apiVersion':'v1','kind':'Namespace','metadata':{'name':'shop'}}"));
        operate("{'sync':{}}");
        assertThat(preview(bare)).containsExactly("1 Sync 0 create ConfigMap shop/bare");
    }

    @Test
    void an_object_of_another_application_is_refused_where_that_was_asked_for() {
        live.add(annotated(config("x", "1"), Tracking.ANNOTATION, "bank:/ConfigMap:shop/x"));
        applied("{}");
        assertThat(preview(config("x", "1"))).hasSize(1);

        applied("{'syncPolicy':{'syncOptions':['FailOnSharedResource=true']}}");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> preview(config("x", "1")))
                .withMessageContaining("argocd/web and argocd/bank");
    }

    @Test
    void generated_names_tell_the_revision_the_phase_and_the_start() {
        operate("{'sync':{'revision':'0123456789'}}");
        var job =
                object(
                        "{'apiVersion':'batch/v1','kind':'Job','metadata':{'generateName':'m-',"
                                + "'namespace':'shop','annotations':{'helm.sh/hook':'pre-install'}}}");

        assertThat(preview(job))
                .containsExactly(
                        "1 PreSync 0 hook Job shop/m-0123456-presync-" + NOON.getEpochSecond());
    }

    @Test
    void a_deletion_runs_its_hooks_around_its_objects_the_highest_wave_first() {
        var wave = "argocd.argoproj.io/sync-wave";
        live.add(annotated(config("first", "1"), wave, "-1"));
        live.add(annotated(config("last", "1"), wave, "5"));
        live.add(annotated(config("kept", "1"), OPTIONS, "Delete=false"));
        live.add(annotated(config("bye", "1"), HOOK, "PostDelete"));

        var lines =
                new DeletionPreview(application, operation, NOON)
                        .of(
                                List.of(
                                        annotated(config("bye", "1"), HOOK, "PostDelete"),
                                        annotated(
                                                config("warn", "1"), "helm.sh/hook", "pre-delete"),
                                        annotated(config("sync", "1"), HOOK, "PreSync")),
                                live);

        assertThat(texts(lines))
                .containsExactly(
                        "1 PreDelete 0 hook ConfigMap shop/warn",
                        "2 Sync 5 prune ConfigMap shop/last",
                        "3 Sync 0 skip ConfigMap shop/kept: stays (Delete=false)",
                        "4 Sync -1 prune ConfigMap shop/first",
                        "5 PostDelete 0 hook ConfigMap shop/bye");
    }

    @Test
    void without_the_finalizer_the_objects_of_a_deleted_application_stay() {
        live.add(ours(config("a", "1")));
        applied("{}");

        var lines = new DeletionPreview(application, operation, NOON).of(List.of(), live);

        assertThat(texts(lines))
                .containsExactly(
                        "1 Sync 0 skip ConfigMap shop/a: "
                                + "stays (the application has no resources-finalizer)");
    }

    private void applied(String spec) {
        application =
                PreviewedApplication.of(
                        object("{'metadata':{'name':'web'},'spec':%s}".formatted(spec)));
    }

    private void operate(String json) {
        operation = Operation.of(object(json));
    }

    @SafeVarargs
    private List<String> preview(Map<String, Object>... desired) {
        var all = new ArrayList<Map<String, Object>>();
        for (var content : desired) {
            all.add(content);
        }
        return texts(new SyncPreview(application, operation, NOON, _ -> {}).of(all, live));
    }

    private static List<String> texts(List<PreviewLine> lines) {
        return lines.stream()
                .map(
                        one ->
                                "%d %s %d %s %s%s"
                                        .formatted(
                                                one.position(),
                                                one.phase(),
                                                one.wave(),
                                                one.step(),
                                                one.ref(),
                                                one.reason().isEmpty() ? "" : ": " + one.reason()))
                .toList();
    }
}
