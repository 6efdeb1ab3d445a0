package io.dabbawala.reconciler.kafka;

import io.dabbawala.reconciler.sync.Progress;
import io.dabbawala.reconciler.sync.SyncCommand;
import java.util.Map;

/** How far each application was, and what it was told to do and did not answer. */
record Remembered(Map<String, Progress> progress, Map<String, Heard<SyncCommand>> commands) {

    static final Remembered NOTHING = new Remembered(Map.of(), Map.of());

    Remembered {
        progress = Map.copyOf(progress);
        commands = Map.copyOf(commands);
    }

    Progress progress(String application) {
        return progress.getOrDefault(application, Progress.after(null));
    }
}
