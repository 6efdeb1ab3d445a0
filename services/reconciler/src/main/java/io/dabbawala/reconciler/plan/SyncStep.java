package io.dabbawala.reconciler.plan;

import io.dabbawala.reconciler.hook.Phase;
import io.dabbawala.reconciler.object.FieldChange;
import io.dabbawala.reconciler.object.FieldWriter;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.object.ObjectRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a sync does to one object. */
public sealed interface SyncStep {

    ObjectRef ref();

    record Create(Manifest manifest) implements SyncStep {
        @Override
        public ObjectRef ref() {
            return manifest.ref();
        }
    }

    /**
     * @param fields values of Secrets are redacted
     * @param changedBy who else wrote the fields; null if it was us
     */
    record Correct(
            Manifest manifest,
            LiveObject live,
            List<FieldChange> fields,
            @Nullable FieldWriter changedBy)
            implements SyncStep {

        public Correct {
            fields = List.copyOf(fields);
        }

        @Override
        public ObjectRef ref() {
            return manifest.ref();
        }
    }

    /** An object that runs in this phase, whatever is there. */
    record Hook(Phase phase, Manifest manifest) implements SyncStep {
        @Override
        public ObjectRef ref() {
            return manifest.ref();
        }
    }

    record Prune(LiveObject live) implements SyncStep {
        @Override
        public ObjectRef ref() {
            return live.ref();
        }
    }

    /** Left Git and stays nevertheless. */
    record Keep(LiveObject live, String reason) implements SyncStep {
        @Override
        public ObjectRef ref() {
            return live.ref();
        }
    }
}
