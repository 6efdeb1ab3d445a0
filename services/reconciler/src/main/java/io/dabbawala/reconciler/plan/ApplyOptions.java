package io.dabbawala.reconciler.plan;

/**
 * How to apply.
 *
 * @param force take fields that another manager owns
 * @param dryRun only say what would happen
 */
public record ApplyOptions(String fieldManager, boolean force, boolean dryRun) {

    /** The field manager of everything that is applied from Git. */
    public static final String FIELD_MANAGER = "dabbawala";

    public static final ApplyOptions POLITE = new ApplyOptions(FIELD_MANAGER, false, false);
    public static final ApplyOptions FORCED = new ApplyOptions(FIELD_MANAGER, true, false);
    public static final ApplyOptions DRY_RUN = new ApplyOptions(FIELD_MANAGER, true, true);
}
