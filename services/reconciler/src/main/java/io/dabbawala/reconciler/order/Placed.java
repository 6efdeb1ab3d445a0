package io.dabbawala.reconciler.order;

import io.dabbawala.reconciler.hook.Phase;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.object.ObjectRef;
import java.util.Map;

/** One object in its phase and wave. */
public record Placed(Phase phase, long wave, Item item) {

    /** What has a place in a sync. */
    public sealed interface Item {

        ObjectRef ref();

        Map<String, Object> content();

        /** Something Git says. */
        sealed interface Written extends Item {

            Manifest manifest();

            @Override
            default ObjectRef ref() {
                return manifest().ref();
            }

            @Override
            default Map<String, Object> content() {
                return manifest().content();
            }
        }

        /** A part of the state. */
        record Declared(Manifest manifest) implements Written {}

        /** A hook, with a name. */
        record Hook(Manifest manifest) implements Written {}

        /** Declared, and not to be touched. */
        record LeftAlone(Manifest manifest, String reason) implements Written {}

        /** Live, and declared no more. */
        record Left(LiveObject live) implements Item {
            @Override
            public ObjectRef ref() {
                return live.ref();
            }

            @Override
            public Map<String, Object> content() {
                return live.content();
            }
        }
    }

    /** Where the object asks to be. */
    public static Placed of(Phase phase, Item item) {
        return new Placed(phase, Wave.of(item.content()), item);
    }

    public ObjectRef ref() {
        return item.ref();
    }

    Placed inWave(long other) {
        return new Placed(phase, other, item);
    }

    /** In front of the other one. */
    Placed before(Placed other) {
        return new Placed(other.phase, other.wave, item);
    }

    /** Whether it comes in an earlier wave than that one. */
    public boolean isBefore(Phase otherPhase, long otherWave) {
        return phase.compareTo(otherPhase) < 0 || phase == otherPhase && wave < otherWave;
    }
}
