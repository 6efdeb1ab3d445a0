package io.dabbawala.reconciler.kafka.memory;

import io.dabbawala.reconciler.sync.Progress;
import io.dabbawala.reconciler.sync.SyncCommand;
import java.util.Map;

/** How far each application was, and what it was told to do and did not answer. */
public record Remembered(Map<String, Progress> progress, Map<String, Heard<SyncCommand>> commands) {

    public static final Remembered NOTHING = new Remembered(Map.of(), Map.of());

    public Remembered {
        progress = Map.copyOf(progress);
        commands = Map.copyOf(commands);
    }

    public Progress progress(String application) {
        return progress.getOrDefault(application, Progress.after(null));
    }
}
