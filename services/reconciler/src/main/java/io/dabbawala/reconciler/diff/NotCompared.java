package io.dabbawala.reconciler.diff;

import io.dabbawala.reconciler.application.SpecField;
import io.dabbawala.reconciler.object.ObjectRef;

/**
 * What is compared in no object of any application, as {@code resource.compareoptions} of Argo CD's
 * {@code argocd-cm} says.
 *
 * @param aggregatedRules the rules of a role that is put together from others
 */
public record NotCompared(boolean aggregatedRules, Status status) {

    /** {@code ignoreResourceStatusField}. */
    public enum Status {
        OF_EVERY_KIND,
        OF_DEFINITIONS,
        OF_NONE
    }

    /** As an Argo CD that nobody configured. */
    public static final NotCompared STATUS = new NotCompared(false, Status.OF_EVERY_KIND);

    /** As where there never was one: a controller's rules are not fought over. */
    public static final NotCompared STATUS_AND_AGGREGATED_RULES =
            new NotCompared(true, Status.OF_EVERY_KIND);

    /**
     * {@code ignoreDifferencesOnResourceUpdates} says when to look, not what to see: here every
     * change is looked at, which costs no request.
     *
     * @throws IllegalArgumentException if a value cannot be read; it is named
     */
    public static NotCompared of(SpecField options) {
        options.at("ignoreDifferencesOnResourceUpdates").flag(true);
        return new NotCompared(
                options.at("ignoreAggregatedRoles").flag(false),
                status(options.at("ignoreResourceStatusField")));
    }

    /** To YAML an unquoted {@code off} may be false. */
    private static Status status(SpecField field) {
        return switch (field.isFalse() ? "none" : field.text("all")) {
            case "all" -> Status.OF_EVERY_KIND;
            case "crd", "" -> Status.OF_DEFINITIONS;
            case "none", "off" -> Status.OF_NONE;
            default ->
                    throw new IllegalArgumentException(
                            "%s must be crd, all or none, not %s"
                                    .formatted(field.path(), field.text()));
        };
    }

    public boolean hasStatusOf(ObjectRef ref) {
        return switch (status) {
            case OF_EVERY_KIND -> true;
            case OF_DEFINITIONS -> ref.isOfKind("apiextensions.k8s.io", "CustomResourceDefinition");
            case OF_NONE -> false;
        };
    }
}
