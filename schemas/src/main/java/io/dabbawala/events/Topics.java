package io.dabbawala.events;

import java.util.Map;
import org.apache.avro.Schema;

/** The names of the topics, as topics.yaml lists them, and the record each of them carries. */
public final class Topics {

    public static final String PUSHES = "pushes";
    public static final String COMMITS = "commits";
    public static final String DECLARATIONS = "declarations";
    public static final String DESIRED_STATES = "desired-states";
    public static final String DRIFTS = "drifts";
    public static final String SYNC_REQUESTS = "sync-requests";
    public static final String GATE_VERDICTS = "gate-verdicts";
    public static final String SYNC_RESULTS = "sync-results";
    public static final String ROLLOUT_PROGRESS = "rollout-progress";
    public static final String METRIC_SAMPLES = "metric-samples";
    public static final String ROLLOUT_VERDICTS = "rollout-verdicts";
    public static final String ROLLBACKS = "rollbacks";
    public static final String BUDGETS = "budgets";
    public static final String COMMANDS = "commands";
    public static final String NOTICES = "notices";
    public static final String CHECKPOINTS = "checkpoints";
    public static final String DEAD_LETTERS = "dead-letters";

    /** Topic name to the schema of its values. */
    public static final Map<String, Schema> VALUES =
            Map.ofEntries(
                    Map.entry(PUSHES, PushHinted.getClassSchema()),
                    Map.entry(COMMITS, CommitDetected.getClassSchema()),
                    Map.entry(DECLARATIONS, Declared.getClassSchema()),
                    Map.entry(DESIRED_STATES, DesiredState.getClassSchema()),
                    Map.entry(DRIFTS, DriftFound.getClassSchema()),
                    Map.entry(SYNC_REQUESTS, SyncRequested.getClassSchema()),
                    Map.entry(GATE_VERDICTS, GateVerdict.getClassSchema()),
                    Map.entry(SYNC_RESULTS, SyncFinished.getClassSchema()),
                    Map.entry(ROLLOUT_PROGRESS, RolloutProgressed.getClassSchema()),
                    Map.entry(METRIC_SAMPLES, MetricSampled.getClassSchema()),
                    Map.entry(ROLLOUT_VERDICTS, RolloutJudged.getClassSchema()),
                    Map.entry(ROLLBACKS, RollbackIssued.getClassSchema()),
                    Map.entry(BUDGETS, ErrorBudgetMeasured.getClassSchema()),
                    Map.entry(COMMANDS, Commanded.getClassSchema()),
                    Map.entry(NOTICES, NoticeSettled.getClassSchema()),
                    Map.entry(CHECKPOINTS, AuditCheckpoint.getClassSchema()),
                    Map.entry(DEAD_LETTERS, DeadLetter.getClassSchema()));

    private Topics() {}
}
