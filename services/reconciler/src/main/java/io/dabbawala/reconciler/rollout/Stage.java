package io.dabbawala.reconciler.rollout;

/** Where a rollout is, and the canary's share of traffic in percent where that is open. */
public sealed interface Stage {

    int ALL = 100;

    /** The primary is being made; until it is ready traffic goes where it went before. */
    record Initializing() implements Stage {}

    record Initialized() implements Stage {}

    record Progressing(int weight) implements Stage {}

    /** The primary gets the canary's template. */
    record Promoting(int weight) implements Stage {}

    /** The primary serves again; the canary still runs. */
    record Finalising() implements Stage {}

    record Succeeded() implements Stage {}

    /**
     * @param weight not 0 while the primary that was being promoted cannot serve
     */
    record Failed(int weight) implements Stage {}

    static Stage of(Phase phase, int weight) {
        return switch (phase) {
            case INITIALIZING -> new Initializing();
            case INITIALIZED -> new Initialized();
            case PROGRESSING -> new Progressing(weight);
            case PROMOTING -> new Promoting(weight);
            case FINALISING -> new Finalising();
            case SUCCEEDED -> new Succeeded();
            case FAILED -> new Failed(weight);
        };
    }

    default Phase phase() {
        return switch (this) {
            case Initializing _ -> Phase.INITIALIZING;
            case Initialized _ -> Phase.INITIALIZED;
            case Progressing _ -> Phase.PROGRESSING;
            case Promoting _ -> Phase.PROMOTING;
            case Finalising _ -> Phase.FINALISING;
            case Succeeded _ -> Phase.SUCCEEDED;
            case Failed _ -> Phase.FAILED;
        };
    }

    default int weight() {
        return switch (this) {
            case Progressing(var weight) -> weight;
            case Promoting(var weight) -> weight;
            case Failed(var weight) -> weight;
            case Initializing _, Initialized _, Finalising _, Succeeded _ -> 0;
        };
    }

    /** Whether a revision is being tried. */
    default boolean isUnderWay() {
        return switch (this) {
            case Progressing _, Promoting _, Finalising _ -> true;
            case Initializing _, Initialized _, Succeeded _, Failed _ -> false;
        };
    }

    /** Whether the primary has, or is getting, the template under trial. */
    default boolean isPromoting() {
        return switch (this) {
            case Promoting _, Finalising _ -> true;
            case Initializing _, Initialized _, Progressing _, Succeeded _, Failed _ -> false;
        };
    }
}
