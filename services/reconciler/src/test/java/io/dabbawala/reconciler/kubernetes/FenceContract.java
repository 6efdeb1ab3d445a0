package io.dabbawala.reconciler.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dabbawala.reconciler.application.Tracking;
import io.dabbawala.reconciler.cluster.ApplyOptions;
import io.dabbawala.reconciler.cluster.ApplyOptions.Way;
import io.dabbawala.reconciler.cluster.ApplyOutcome;
import io.dabbawala.reconciler.cluster.DeleteOptions;
import io.dabbawala.reconciler.cluster.DeleteOptions.Propagation;
import io.dabbawala.reconciler.cluster.Precondition;
import io.dabbawala.reconciler.cluster.Refusal;
import io.dabbawala.reconciler.object.Manifest;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever decided long ago, and stood still since, writes nothing over what others did. */
abstract class FenceContract extends WritesContract {

    @Test
    void what_another_instance_has_applied_since_it_was_looked_at_is_left_alone() {
        // Given
        apply(config("web", "1"));
        var asleep = asleepSince(config("web", "1"));
        applyLater(config("web", "3"));

        // When
        var answer = asleep.write(config("web", "2"));

        // Then
        assertThat(answer).as("overtaken").isEmpty();
        assertThat(data("web")).isEqualTo(Map.of("answer", "3"));
    }

    @Test
    void what_somebody_else_wrote_since_keeps_nothing_from_being_applied() {
        // Given
        apply(config("web", "1"));
        var asleep = asleepSince(config("web", "1"));
        client.configMaps()
                .inNamespace(namespace)
                .withName("web")
                .edit(
                        one -> {
                            one.getMetadata().setLabels(Map.of("by", "hand"));
                            return one;
                        });

        // When
        var answer = asleep.write(config("web", "2"));

        // Then
        assertThat(answer).map(Answer::isSuccess).contains(true);
        await().atMost(PATIENCE).until(() -> data("web").equals(Map.of("answer", "2")));
    }

    @Test
    void an_overtaken_apply_is_refused_by_name() {
        // Given
        apply(config("web", "1"));
        var looked = cluster.read(config("web", "1").ref()).orElseThrow();
        applyLater(config("web", "3"));

        // When
        var outcome =
                cluster.apply(
                        config("web", "2"),
                        ApplyOptions.POLITE.only(new Precondition.Since(looked)));

        // Then
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ApplyOutcome.Refused.class,
                        one -> assertThat(one.reason()).isEqualTo(Refusal.PRECONDITION_FAILED));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void what_another_instance_has_created_since_is_left_alone(Way way) {
        var asleep = asleepBefore(config("web", "2"));
        apply(config("web", "3"));

        var answer = asleep.write(config("web", "2"), way);

        assertThat(answer).as("overtaken").isEmpty();
        assertThat(data("web")).isEqualTo(Map.of("answer", "3"));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void what_somebody_else_has_created_since_is_applied_to(Way way) {
        var asleep = asleepBefore(config("web", "2"));
        client.resource(
                        new ConfigMapBuilder()
                                .withNewMetadata()
                                .withName("web")
                                .withNamespace(namespace)
                                .endMetadata()
                                .build())
                .create();

        var answer = asleep.write(config("web", "2"), way);

        assertThat(answer).map(Answer::isSuccess).contains(true);
        await().atMost(PATIENCE).until(() -> data("web").equals(Map.of("answer", "2")));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void what_is_still_not_there_is_created(Way way) {
        var answer = asleepBefore(config("web", "2")).write(config("web", "2"), way);

        assertThat(answer).map(Answer::code).contains(Answer.CREATED);
        assertThat(data("web")).isEqualTo(Map.of("answer", "2"));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void what_was_pruned_since_it_was_looked_at_is_not_created_again(Way way) {
        // Given
        apply(config("web", "1"));
        var asleep = asleepSince(config("web", "1"));
        var live = cluster.read(config("web", "1").ref()).orElseThrow();
        cluster.delete(live.ref(), DeleteOptions.of(live, Propagation.BACKGROUND));

        // When
        asleep.write(config("web", "2"), way);

        // Then
        assertThat(client.configMaps().inNamespace(namespace).withName("web").get()).isNull();
    }

    /** Times of managed fields are in whole seconds. */
    private void applyLater(Manifest manifest) {
        await().pollDelay(Duration.ofMillis(1_100)).until(() -> true);
        apply(manifest);
    }

    /** An instance that hears of nothing from now on. */
    private Asleep asleepSince(Manifest manifest) {
        var objects = new LiveObjects(Tracking.BY_ANNOTATION);
        objects.want(manifest.ref());
        var looked = cluster.read(manifest.ref()).orElseThrow();
        objects.seen(looked.content());
        return new Asleep(objects, new Precondition.Since(looked));
    }

    /** One that saw that the object is not there. */
    private Asleep asleepBefore(Manifest manifest) {
        var objects = new LiveObjects(Tracking.BY_ANNOTATION);
        objects.want(manifest.ref());
        return new Asleep(objects, new Precondition.Absent());
    }

    private final class Asleep {

        private final LiveObjects objects;
        private final Precondition precondition;
        private final Api api = new Api(client);

        Asleep(LiveObjects objects, Precondition precondition) {
            this.objects = objects;
            this.precondition = precondition;
        }

        Optional<Answer> write(Manifest manifest) {
            return write(manifest, Way.SERVER_SIDE);
        }

        Optional<Answer> write(Manifest manifest, Way way) {
            var kind = new Discovery(api).kindOf(manifest.ref()).orElseThrow();
            return new GuardedWrites(api, objects)
                    .write(kind, manifest, ApplyOptions.POLITE.in(way).only(precondition));
        }
    }
}
