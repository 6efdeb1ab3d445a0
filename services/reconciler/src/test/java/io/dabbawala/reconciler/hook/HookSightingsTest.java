package io.dabbawala.reconciler.hook;

import static io.dabbawala.reconciler.plan.Fixtures.annotated;
import static io.dabbawala.reconciler.plan.Fixtures.config;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.reconciler.object.LiveChange;
import io.dabbawala.reconciler.object.LiveObject;
import org.junit.jupiter.api.Test;

class HookSightingsTest {

    private final HookSightings sightings = new HookSightings();

    @Test
    void what_went_is_known_until_it_is_seen_again() {
        sightings.changed(new LiveChange.Gone(hook("a")));
        assertThat(sightings.last(hook("a").ref())).isPresent();

        sightings.changed(new LiveChange.Seen(hook("a")));
        assertThat(sightings.last(hook("a").ref())).isEmpty();
    }

    @Test
    void objects_that_are_no_hooks_of_ours_are_not_kept() {
        sightings.changed(new LiveChange.Gone(LiveObject.of(config("a", "1"))));

        assertThat(sightings.last(hook("a").ref())).isEmpty();
    }

    @Test
    void only_the_newest_are_kept() {
        for (int i = 0; i <= 1_000; i++) {
            sightings.changed(new LiveChange.Gone(hook("h" + i)));
        }

        assertThat(sightings.last(hook("h0").ref())).isEmpty();
        assertThat(sightings.last(hook("h1000").ref())).isPresent();
    }

    private static LiveObject hook(String name) {
        return LiveObject.of(annotated(config(name, "1"), "dabbawala.io/operation", "o"));
    }
}
