package io.dabbawala.reconciler.cluster;

import io.dabbawala.reconciler.ownership.Adoption;

/**
 * How to apply.
 *
 * @param force take fields that another manager owns
 * @param dryRun only say what would happen
 * @param precondition refused if it does not hold
 * @param adoption what of others becomes ours before, the first time
 */
public record ApplyOptions(
        String fieldManager,
        boolean force,
        boolean dryRun,
        Way way,
        Precondition precondition,
        Adoption adoption) {

    /** By which kind of request. */
    public enum Way {
        SERVER_SIDE,
        /** As server-side, but fields that the schema does not know are no reason to refuse. */
        LENIENT,
        /** The whole object is written; what the manifest does not say is gone. */
        REPLACE
    }

    /** The field manager of everything that is applied from Git. */
    public static final String FIELD_MANAGER = "dabbawala";

    public static final ApplyOptions POLITE = new ApplyOptions(FIELD_MANAGER, false, false);
    public static final ApplyOptions FORCED = new ApplyOptions(FIELD_MANAGER, true, false);
    public static final ApplyOptions DRY_RUN = new ApplyOptions(FIELD_MANAGER, true, true);

    public ApplyOptions(String fieldManager, boolean force, boolean dryRun) {
        this(
                fieldManager,
                force,
                dryRun,
                Way.SERVER_SIDE,
                new Precondition.None(),
                Adoption.FROM_ALL);
    }

    public ApplyOptions in(Way other) {
        return new ApplyOptions(fieldManager, force, dryRun, other, precondition, adoption);
    }

    public ApplyOptions only(Precondition other) {
        return new ApplyOptions(fieldManager, force, dryRun, way, other, adoption);
    }

    /** The same, and fields that another manager owns are taken. */
    public ApplyOptions forced() {
        return new ApplyOptions(fieldManager, true, dryRun, way, precondition, adoption);
    }

    public ApplyOptions adopting(Adoption other) {
        return new ApplyOptions(fieldManager, force, dryRun, way, precondition, other);
    }
}
