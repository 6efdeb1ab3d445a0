package io.dabbawala.reconciler.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dabbawala.reconciler.cluster.ApplyOptions;
import io.dabbawala.reconciler.cluster.ApplyOptions.Way;
import io.dabbawala.reconciler.cluster.ApplyOutcome;
import io.dabbawala.reconciler.cluster.DeleteOptions;
import io.dabbawala.reconciler.cluster.DeleteOptions.Propagation;
import io.dabbawala.reconciler.cluster.DeleteOutcome;
import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.object.Tree;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The other ways to write: replacing, leaving validation out, taking a finalizer off. */
abstract class WritesContract extends TakeoverContract {

    private static final String FINALIZER = "argocd.argoproj.io/hook-finalizer";

    @Test
    void a_replacement_creates_what_is_missing_and_leaves_nothing_of_what_was_there() {
        var replacing = ApplyOptions.POLITE.in(Way.REPLACE);
        assertThat(cluster.apply(config("web", "1"), replacing))
                .isInstanceOf(ApplyOutcome.Created.class);
        client.configMaps()
                .inNamespace(namespace)
                .withName("web")
                .edit(
                        one -> {
                            one.getData().put("by", "hand");
                            return one;
                        });
        await().atMost(PATIENCE).until(() -> data("web").containsKey("by"));

        assertThat(cluster.apply(config("web", "2"), replacing))
                .isInstanceOf(ApplyOutcome.Configured.class);

        assertThat(data("web")).isEqualTo(Map.of("answer", "2"));
    }

    @Test
    void a_field_that_the_schema_does_not_know_is_refused_unless_validation_is_left_out() {
        var odd = withUnknownField("odd");
        assertThat(apply(odd)).isInstanceOf(ApplyOutcome.Refused.class);

        var lenient = ApplyOptions.POLITE.in(Way.LENIENT);

        assertThat(cluster.apply(odd, lenient)).isInstanceOf(ApplyOutcome.Created.class);
        assertThat(cluster.read(odd.ref())).isPresent();
    }

    @Test
    void an_object_that_a_finalizer_keeps_goes_once_it_is_released() {
        var held = withFinalizer("held");
        apply(held);
        var live = cluster.read(held.ref()).orElseThrow();
        assertThat(cluster.delete(held.ref(), DeleteOptions.of(live, Propagation.BACKGROUND)))
                .isInstanceOf(DeleteOutcome.Deleted.class);
        assertThat(cluster.read(held.ref()).orElseThrow().isTerminating()).isTrue();

        cluster.release(cluster.read(held.ref()).orElseThrow(), FINALIZER);

        await().atMost(PATIENCE).until(() -> cluster.read(held.ref()).isEmpty());
    }

    @Test
    void releasing_takes_one_finalizer_off_also_when_somebody_wrote_in_between() {
        var held = withFinalizer("held");
        apply(held);
        var old = cluster.read(held.ref()).orElseThrow();
        client.configMaps()
                .inNamespace(namespace)
                .withName("held")
                .edit(
                        one -> {
                            one.getMetadata().getFinalizers().add("example.org/other");
                            return one;
                        });

        cluster.release(old, FINALIZER);
        cluster.release(old, FINALIZER);

        await().atMost(PATIENCE)
                .until(
                        () ->
                                client.configMaps()
                                        .inNamespace(namespace)
                                        .withName("held")
                                        .get()
                                        .getFinalizers()
                                        .toString()
                                        .equals("[example.org/other]"));
        client.configMaps()
                .inNamespace(namespace)
                .withName("held")
                .edit(
                        one -> {
                            one.getMetadata().getFinalizers().clear();
                            return one;
                        });
    }

    final Map<String, String> data(String name) {
        var live = cluster.read(config(name, "").ref()).orElseThrow();
        var data = new TreeMap<String, String>();
        Tree.map(live.content(), "data").forEach((key, value) -> data.put(key, value.toString()));
        return data;
    }

    private Manifest withFinalizer(String name) {
        return parsed(
                """
                {"apiVersion":"v1","kind":"ConfigMap",
                 "metadata":{"name":"%s","namespace":"%s","finalizers":["%s"]}}
                """
                        .formatted(name, namespace, FINALIZER));
    }

    private Manifest withUnknownField(String name) {
        return parsed(
                """
                {"apiVersion":"v1","kind":"Service",
                 "metadata":{"name":"%s","namespace":"%s"},
                 "spec":{"unheard":true,"ports":[{"port":80}]}}
                """
                        .formatted(name, namespace));
    }

    static Manifest parsed(String json) {
        return Manifest.of(Json.object(json));
    }
}
