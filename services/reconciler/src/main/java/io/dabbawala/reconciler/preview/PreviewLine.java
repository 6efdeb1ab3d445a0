package io.dabbawala.reconciler.preview;

import io.dabbawala.reconciler.hook.Phase;
import io.dabbawala.reconciler.object.ObjectRef;
import java.util.Locale;

/**
 * What becomes of one object.
 *
 * @param position from 1
 * @param reason why it is left alone, or what is waited for; empty if nothing is to be said
 */
public record PreviewLine(
        Phase phase, long wave, int position, Step step, ObjectRef ref, String reason) {

    public enum Step {
        CREATE,
        CORRECT,
        PRUNE,
        HOOK,
        SKIP;

        /** {@code create}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
