package io.dabbawala.testkit.twin.controllers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/** Storage is always there: every claim is bound. */
final class Claims implements Controller {

    private final OwnedObjects objects;

    Claims(OwnedObjects objects) {
        this.objects = objects;
    }

    @Override
    public Optional<Instant> reconcile(ObjectNode claim, Instant now) {
        if (!OwnedObjects.leaves(claim) && claim.at("/status/phase").asText().equals("Pending")) {
            ObjectNode bound = claim.deepCopy();
            bound.withObject("/spec").put("volumeName", "pvc-" + OwnedObjects.uid(claim));
            var live = objects.update(bound);
            var status = OwnedObjects.object().put("phase", "Bound");
            status.set("accessModes", claim.at("/spec/accessModes"));
            status.set("capacity", claim.at("/spec/resources/requests"));
            objects.updateStatus(live, status);
        }
        return Optional.empty();
    }
}
