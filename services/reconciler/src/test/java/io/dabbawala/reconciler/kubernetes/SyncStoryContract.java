package io.dabbawala.reconciler.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dabbawala.reconciler.hook.HookSightings;
import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.plan.Fixtures;
import io.dabbawala.reconciler.sync.Reconcilers;
import io.dabbawala.reconciler.sync.Story;
import io.dabbawala.reconciler.sync.SyncResult.Outcome;
import io.dabbawala.reconciler.sync.TestGate;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whole syncs, with everything but Kafka. */
abstract class SyncStoryContract extends FenceContract {

    private static final String WAVE = "argocd.argoproj.io/sync-wave";
    private static final String HOOK = "argocd.argoproj.io/hook";

    Story story;

    @BeforeEach
    void begin() {
        story = storyIn(cluster);
    }

    final Story storyIn(KubernetesCluster some) {
        var gate = new TestGate();
        var sightings = new HookSightings();
        some.watch(sightings::changed);
        return new Story(
                gate,
                Reconcilers.reconciler(some, gate, sightings, Clock.systemUTC()),
                this::collectGarbage);
    }

    @Test
    void hooks_waves_and_prunes_come_in_their_order() {
        desire(1, pod("migrate", "PreSync"), config("a", "1", "0"), config("b", "1", "1"), note());
        story.turnUntil(waiting -> waiting.startsWith("HOOK: PreSync Pod"));
        assertThat(cluster.read(ref("a"))).isEmpty();

        succeed("migrate");
        story.turnUntil(_ -> story.results() == 1);
        assertThat(story.last().outcome()).as(story.last().reason()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(cluster.read(ref("b"))).isPresent();
        assertThat(cluster.read(ref("note"))).as("the hook after the sync").isPresent();

        desire(2, config("a", "2", "0"));
        story.turnUntil(_ -> story.results() == 2);

        assertThat(story.last().outcome()).isEqualTo(Outcome.SUCCEEDED);
        await().atMost(PATIENCE).until(() -> cluster.read(ref("b")).isEmpty());
        assertThat(cluster.read(ref("a"))).isPresent();
    }

    @Test
    void a_sync_that_is_given_up_leaves_no_hook_behind() {
        desire(1, pod("hangs", "PreSync"), config("a", "1", "0"));
        story.turnUntil(waiting -> waiting.startsWith("HOOK: PreSync Pod"));

        story.terminate();
        story.turnUntil(_ -> story.results() == 1);

        assertThat(story.last().reason()).startsWith("TERMINATED: ");
        await().atMost(PATIENCE).until(() -> isGone("hangs"));
        assertThat(cluster.read(ref("a"))).isEmpty();
    }

    @Test
    void a_refusal_is_found_before_anything_is_written_and_the_retry_goes_on() {
        var bad = Fixtures.with(config("bad", "1", "1"), "data", Map.of("answer", Map.of()));
        desire(1, config("a", "1", "0"), bad);
        story.turnUntil(_ -> story.results() == 1);
        assertThat(story.last().reason()).startsWith("DRY_RUN: INVALID");
        assertThat(cluster.read(ref("a"))).isEmpty();

        desire(2, config("a", "1", "0"), config("bad", "1", "1"));
        story.turnUntil(_ -> story.results() == 2);

        assertThat(story.last().outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    private boolean isGone(String pod) {
        collectGarbage();
        return client.pods().inNamespace(namespace).withName(pod).get() == null;
    }

    /** An API server without controllers keeps what is deleted in the foreground for ever. */
    private void collectGarbage() {
        for (var pod : client.pods().inNamespace(namespace).list().getItems()) {
            let(ObjectRef.of("v1", "Pod", namespace, pod.getMetadata().getName()));
        }
        for (var config : client.configMaps().inNamespace(namespace).list().getItems()) {
            let(ref(config.getMetadata().getName()));
        }
    }

    private void let(ObjectRef ref) {
        cluster.read(ref)
                .filter(LiveObject::isTerminating)
                .ifPresent(live -> cluster.release(live, "foregroundDeletion"));
    }

    /** Nobody runs pods here, or somebody does: either way it ends well. */
    void succeed(String pod) {
        await().atMost(PATIENCE)
                .ignoreExceptions() // somebody else writes its status too
                .until(
                        () ->
                                client.pods()
                                                .inNamespace(namespace)
                                                .withName(pod)
                                                .editStatus(SyncStoryContract::ended)
                                        != null);
    }

    private static Pod ended(Pod pod) {
        pod.setStatus(new PodStatusBuilder().withPhase("Succeeded").build());
        return pod;
    }

    @SafeVarargs
    private void desire(long generation, Map<String, Object>... objects) {
        var all = new ArrayList<Map<String, Object>>();
        for (var object : objects) {
            all.add(object);
        }
        story.desire(Fixtures.in(namespace, Json.write(all), generation));
    }

    ObjectRef ref(String name) {
        return ObjectRef.of("v1", "ConfigMap", namespace, name);
    }

    private Map<String, Object> note() {
        return Fixtures.annotated(config("note", "1", "0"), HOOK, "PostSync");
    }

    static Map<String, Object> config(String name, String answer, String wave) {
        var content =
                Fixtures.object(
                        "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'%s'},'data':{'answer':'%s'}}"
                                .formatted(name, answer));
        return Fixtures.annotated(content, WAVE, wave);
    }

    private static Map<String, Object> pod(String name, String phase) {
        return Fixtures.annotated(pod(name), HOOK, phase);
    }

    static Map<String, Object> pod(String name) {
        return Fixtures.object(
                "{'apiVersion':'v1','kind':'Pod','metadata':{'name':'%s'},'spec':{'restartPolicy':'Never','schedulingGates':[{'name':'example.org/never'}],'containers':[{'name':'c','image':'c:1'}]}}"
                        .formatted(name));
    }
}
