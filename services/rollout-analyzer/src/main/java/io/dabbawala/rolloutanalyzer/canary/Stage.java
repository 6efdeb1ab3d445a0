package io.dabbawala.rolloutanalyzer.canary;

/** Where an attempt is, as the analyzer sees it. */
public sealed interface Stage {

    /** Nothing to judge. */
    record Idle() implements Stage {}

    /**
     * @param weight the canary's share that was asked for
     */
    record Progressing(int weight) implements Stage {}

    record Promoting() implements Stage {}

    record Finalising() implements Stage {}

    record Succeeded() implements Stage {}

    record RolledBack() implements Stage {}

    /** Where an attempt is of which nothing but this report is known. */
    static Stage of(Progress report) {
        return switch (report.phase()) {
            case PROGRESSING, WAITING_PROMOTION -> new Progressing(report.canaryWeight());
            case PROMOTING -> new Promoting();
            case FINALISING -> new Finalising();
            case UNKNOWN, INITIALIZING, INITIALIZED, WAITING, SUCCEEDED, FAILED -> new Idle();
        };
    }

    default boolean isUnderWay() {
        return switch (this) {
            case Progressing _, Promoting _, Finalising _ -> true;
            case Idle _, Succeeded _, RolledBack _ -> false;
        };
    }
}
