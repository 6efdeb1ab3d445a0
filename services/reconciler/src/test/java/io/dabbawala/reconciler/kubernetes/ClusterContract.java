package io.dabbawala.reconciler.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dabbawala.reconciler.application.Tracking;
import io.dabbawala.reconciler.cluster.ApplyOptions;
import io.dabbawala.reconciler.cluster.ApplyOutcome;
import io.dabbawala.reconciler.cluster.ApplyOutcome.FieldConflict;
import io.dabbawala.reconciler.cluster.DeleteOptions;
import io.dabbawala.reconciler.cluster.DeleteOptions.Propagation;
import io.dabbawala.reconciler.cluster.DeleteOutcome;
import io.dabbawala.reconciler.cluster.Refusal;
import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.object.LiveChange;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.object.Tree;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every cluster does, the twin as the real one. */
abstract class ClusterContract {

    /** As the service does; the usual ten make a refusal by status 500 last for 19 seconds. */
    private static final int RETRIES = 4;

    static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ApplyOptions SOMEBODY = new ApplyOptions("somebody", true, false);

    private static final String DEPLOYMENT =
            """
            {'selector':{'matchLabels':{'app':'web'}},
             'template':{'metadata':{'labels':{'app':'web'}},
              'spec':{'containers':[{'name':'web','image':'web:1'}]}}}
            """;

    final String namespace = "t-" + UUID.randomUUID().toString().substring(0, 8);
    KubernetesClient client;
    KubernetesCluster cluster;

    /** The text of a kubeconfig. */
    abstract String kubeconfig();

    @BeforeEach
    void connect() {
        var settings = Config.fromKubeconfig(kubeconfig());
        settings.setRequestRetryBackoffLimit(RETRIES);
        client = new KubernetesClientBuilder().withConfig(settings).build();
        var name = new NamespaceBuilder().withNewMetadata().withName(namespace).endMetadata();
        client.resource(name.build()).create();
        cluster = newCluster();
    }

    @AfterEach
    void disconnect() {
        cluster.close();
        client.namespaces().withName(namespace).delete();
        client.close();
    }

    private KubernetesCluster newCluster() {
        return newCluster(Tracking.BY_ANNOTATION);
    }

    KubernetesCluster newCluster(Tracking tracking) {
        return new KubernetesCluster(
                client, List.of("v1/ConfigMap"), Duration.ofMinutes(10), tracking);
    }

    @Test
    void an_apply_creates_then_changes_then_leaves_alone() {
        var one = config("web", "1");

        assertThat(apply(one)).isInstanceOf(ApplyOutcome.Created.class);
        assertThat(apply(one)).isInstanceOf(ApplyOutcome.Unchanged.class);
        assertThat(apply(config("web", "2"))).isInstanceOf(ApplyOutcome.Configured.class);
        assertThat(answer("web")).isEqualTo("2");
    }

    @Test
    void an_apply_of_what_is_there_already_is_told_as_unchanged_after_a_restart() {
        apply(config("web", "1"));

        try (var other = newCluster()) {
            other.read(config("web", "1").ref());
            assertThat(other.apply(config("web", "1"), ApplyOptions.POLITE))
                    .isInstanceOf(ApplyOutcome.Unchanged.class);
        }
    }

    @Test
    void a_field_that_left_the_manifest_leaves_the_object() {
        apply(manifest("{'a': '1', 'b': '2'}"));

        apply(manifest("{'a': '1'}"));

        assertThat(data("web")).isEqualTo(Map.of("a", "1"));
    }

    @Test
    void a_field_of_another_manager_is_a_conflict_that_names_both_and_writes_nothing() {
        apply(config("web", "1"));
        cluster.apply(config("web", "theirs"), SOMEBODY);

        assertThat(apply(config("web", "2")))
                .isEqualTo(
                        new ApplyOutcome.Conflicted(
                                List.of(new FieldConflict(".data.answer", "somebody"))));
        assertThat(answer("web")).isEqualTo("theirs");
    }

    @Test
    void force_takes_the_field() {
        apply(config("web", "1"));
        cluster.apply(config("web", "theirs"), SOMEBODY);

        cluster.apply(config("web", "2"), ApplyOptions.FORCED);

        assertThat(answer("web")).isEqualTo("2");
        assertThat(cluster.apply(config("web", "2"), ApplyOptions.POLITE))
                .isInstanceOf(ApplyOutcome.Unchanged.class);
    }

    @Test
    void a_dry_run_says_what_would_be_and_changes_nothing() {
        apply(config("web", "1"));

        var outcome = cluster.apply(config("web", "2"), ApplyOptions.DRY_RUN);
        var creation = cluster.apply(config("other", "1"), ApplyOptions.DRY_RUN);

        var predicted = ((ApplyOutcome.Configured) outcome).now();
        assertThat(Tree.text(predicted.content(), "data", "answer")).isEqualTo("2");
        assertThat(creation).isInstanceOf(ApplyOutcome.Created.class);
        assertThat(answer("web")).isEqualTo("1");
        assertThat(client.configMaps().inNamespace(namespace).withName("other").get()).isNull();
        assertThat(cluster.read(config("other", "1").ref())).isEmpty();
    }

    @Test
    void what_was_applied_is_read_at_once_with_its_managers() {
        apply(config("web", "1"));

        var live = cluster.read(config("web", "1").ref()).orElseThrow();

        assertThat(Tree.text(live.content(), "data", "answer")).isEqualTo("1");
        assertThat(Tree.list(live.content(), "metadata", "managedFields"))
                .singleElement()
                .satisfies(
                        entry -> {
                            assertThat(Tree.text(entry, "manager")).isEqualTo("dabbawala");
                            assertThat(Tree.text(entry, "operation")).isEqualTo("Apply");
                            assertThat(Tree.map(entry, "fieldsV1", "f:data"))
                                    .containsKey("f:answer");
                        });
    }

    @Test
    void a_watch_tells_of_changes_by_others_and_of_the_end() {
        var changes = new CopyOnWriteArrayList<LiveChange>();
        cluster.watch(changes::add);
        var ref = config("web", "1").ref();
        assertThat(cluster.read(ref)).isEmpty();

        client.resource(Json.write(config("web", "theirs").content())).create();
        await().atMost(PATIENCE).until(() -> changes.stream().anyMatch(isSeen(ref)));
        client.configMaps().inNamespace(namespace).withName("web").delete();

        await().atMost(PATIENCE).until(() -> changes.getLast() instanceof LiveChange.Gone);
        assertThat(changes.getLast().ref()).isEqualTo(ref);
        assertThat(cluster.read(ref)).isEmpty();
    }

    @Test
    void an_application_tracks_what_names_it_and_no_copies() {
        apply(tracked("web", "web:/ConfigMap:%s/web".formatted(namespace)));
        apply(tracked("copy", "web:/ConfigMap:%s/web".formatted(namespace)));
        apply(tracked("other", "other:/ConfigMap:%s/other".formatted(namespace)));

        assertThat(cluster.tracked("argocd/web"))
                .extracting(LiveObject::ref)
                .filteredOn(ref -> ref.namespace().equals(namespace))
                .containsExactly(config("web", "").ref());
    }

    @Test
    void only_the_object_that_was_looked_at_is_deleted() {
        apply(config("web", "1"));
        var live = cluster.read(config("web", "1").ref()).orElseThrow();
        apply(config("web", "2"));

        assertThat(cluster.delete(live.ref(), options("another-uid", "")))
                .isInstanceOfSatisfying(
                        DeleteOutcome.Refused.class,
                        refused ->
                                assertThat(refused.reason())
                                        .isEqualTo(Refusal.PRECONDITION_FAILED));
        assertThat(cluster.delete(live.ref(), options(live.uid(), live.resourceVersion())))
                .isInstanceOf(DeleteOutcome.Refused.class);
        assertThat(cluster.delete(live.ref(), options(live.uid(), "")))
                .isInstanceOf(DeleteOutcome.Deleted.class);
        assertThat(cluster.delete(live.ref(), options(live.uid(), "")))
                .isInstanceOf(DeleteOutcome.AlreadyGone.class);
        assertThat(cluster.read(live.ref())).isEmpty();
    }

    @Test
    void what_is_not_valid_is_refused_with_the_reason() {
        var lost = DEPLOYMENT.replace("'labels':{'app':'web'}", "'labels':{'app':'other'}");

        assertThat(refusal(object("apps/v1", "Deployment", namespace, lost)))
                .isEqualTo(Refusal.INVALID);
        assertThat(refusal(object("v1", "ConfigMap", namespace, "{'colour':'red'}")))
                .isEqualTo(Refusal.INVALID);
    }

    @Test
    void what_has_no_place_is_refused() {
        assertThat(refusal(object("apps/v1", "Deployment", "nowhere-at-all", DEPLOYMENT)))
                .isEqualTo(Refusal.NOT_FOUND);
        assertThat(refusal(object("example.com/v1", "Unheard", namespace, "{}")))
                .isEqualTo(Refusal.NOT_FOUND);
        assertThat(cluster.read(object("example.com/v1", "Unheard", namespace, "{}").ref()))
                .isEmpty();
    }

    @Test
    void what_a_quota_has_no_room_for_is_denied() {
        var none = Map.of("count/configmaps", new Quantity("0"));
        var quota =
                new ResourceQuotaBuilder()
                        .withNewMetadata()
                        .withName("none")
                        .withNamespace(namespace)
                        .endMetadata()
                        .withNewSpec()
                        .withHard(none)
                        .endSpec()
                        .withNewStatus()
                        .withHard(none)
                        .withUsed(none)
                        .endStatus()
                        .build();
        client.resource(quota).create();
        client.resource(quota).updateStatus();

        await().atMost(PATIENCE)
                .until(
                        () ->
                                cluster.apply(config("web", "1"), ApplyOptions.DRY_RUN)
                                        instanceof ApplyOutcome.Refused);

        assertThat(refusal(config("web", "1"))).isEqualTo(Refusal.ADMISSION_DENIED);
    }

    @Test
    void a_kind_that_was_just_defined_can_be_used_at_once() {
        var group = namespace + ".example.com";
        var definition = Manifest.of(Json.object(definition(group)));
        try {
            assertThat(apply(definition)).isInstanceOf(ApplyOutcome.Created.class);
            assertThat(apply(object(group + "/v1", "Tiffin", namespace, "{}")))
                    .isInstanceOf(ApplyOutcome.Created.class);
        } finally {
            cluster.delete(definition.ref(), options("", ""));
        }
    }

    private static Predicate<LiveChange> isSeen(ObjectRef ref) {
        return change -> change instanceof LiveChange.Seen && change.ref().equals(ref);
    }

    ApplyOutcome apply(Manifest manifest) {
        return cluster.apply(manifest, ApplyOptions.POLITE);
    }

    private Refusal refusal(Manifest manifest) {
        return ((ApplyOutcome.Refused) apply(manifest)).reason();
    }

    private static DeleteOptions options(String uid, String resourceVersion) {
        return new DeleteOptions(uid, resourceVersion, Propagation.BACKGROUND);
    }

    Manifest config(String name, String answer) {
        return manifest(name, "{'answer': '%s'}".formatted(answer), "");
    }

    private Manifest manifest(String data) {
        return manifest("web", data, "");
    }

    private Manifest tracked(String name, String id) {
        var more = ",'annotations':{'argocd.argoproj.io/tracking-id':'%s'}".formatted(id);
        return manifest(name, "{'answer': '1'}", more);
    }

    private Manifest manifest(String name, String data, String more) {
        return Manifest.of(
                Json.object(
                        """
                        {'apiVersion':'v1','kind':'ConfigMap','data':%s,
                         'metadata':{'name':'%s','namespace':'%s'%s}}
                        """
                                .formatted(data, name, namespace, more)
                                .replace('\'', '"')));
    }

    private static Manifest object(String apiVersion, String kind, String namespace, String data) {
        return Manifest.of(
                Json.object(
                        """
                        {'apiVersion':'%s','kind':'%s','spec':%s,
                         'metadata':{'name':'thing','namespace':'%s'}}
                        """
                                .formatted(apiVersion, kind, data, namespace)
                                .replace('\'', '"')));
    }

    private String answer(String name) {
        return data(name).get("answer");
    }

    private Map<String, String> data(String name) {
        return client.configMaps().inNamespace(namespace).withName(name).get().getData();
    }

    private static String definition(String group) {
        return """
               {'apiVersion':'apiextensions.k8s.io/v1','kind':'CustomResourceDefinition',
                'metadata':{'name':'tiffins.%s'},
                'spec':{'group':'%s','scope':'Namespaced',
                 'names':{'plural':'tiffins','singular':'tiffin','kind':'Tiffin','listKind':'TiffinList'},
                 'versions':[{'name':'v1','served':true,'storage':true,
                  'schema':{'openAPIV3Schema':{'type':'object','properties':{'spec':{'type':'object'}}}}}]}}
               """
                .formatted(group, group)
                .replace('\'', '"');
    }
}
