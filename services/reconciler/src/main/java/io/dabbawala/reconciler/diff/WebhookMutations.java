package io.dabbawala.reconciler.diff;

import io.dabbawala.reconciler.object.FieldChange;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.ownership.Deliverers;
import io.dabbawala.reconciler.ownership.ManagedFields;
import java.util.List;

/**
 * Tells what an apply changes from what a mutating webhook does to it: a field that no manager owns
 * was changed by a webhook (gitops-engine pkg/diff, removeWebhookMutation). A field that was
 * applied until now is the apply's in any case: it may be gone, or have its default again.
 */
final class WebhookMutations {

    static List<FieldChange> without(
            List<FieldChange> changes, LiveObject predicted, LiveObject live) {
        var owners = ManagedFields.entries(predicted);
        if (owners.isEmpty()) {
            return changes; // nothing says who
        }
        var appliers =
                ManagedFields.entries(live).stream()
                        .filter(entry -> ManagedFields.isOurs(entry) || Deliverers.isOne(entry))
                        .toList();
        return changes.stream()
                .filter(
                        change ->
                                isOwned(appliers, change)
                                        || change.desired() != null && isOwned(owners, change))
                .toList();
    }

    private static boolean isOwned(List<Object> owners, FieldChange change) {
        return owners.stream().anyMatch(entry -> ManagedFields.owns(entry, change));
    }

    private WebhookMutations() {}
}
