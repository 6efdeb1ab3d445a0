package io.dabbawala.gitwatcher.kafka;

import io.dabbawala.events.RollbackIssued;
import io.dabbawala.gitwatcher.declare.application.Rollback;

final class RollbackMessages {

    static Rollback read(RollbackIssued event) {
        return new Rollback(
                event.getApplication(),
                event.getDelivery(),
                event.getFromRevision(),
                event.getFromDigest(),
                event.getToRevision());
    }

    private RollbackMessages() {}
}
