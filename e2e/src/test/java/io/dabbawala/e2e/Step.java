package io.dabbawala.e2e;

import io.dabbawala.events.CommitDetected;
import io.dabbawala.events.DesiredState;
import io.dabbawala.events.DriftFound;
import io.dabbawala.events.GateVerdict;
import io.dabbawala.events.PushHinted;
import io.dabbawala.events.SyncFinished;
import io.dabbawala.events.SyncRequested;
import org.apache.avro.specific.SpecificRecord;

/** The steps from a push to the cluster, as anybody can see them on the topics. */
enum Step {
    HINTED,
    TOLD,
    DESIRED,
    COMPARED,
    ASKED,
    JUDGED,
    SYNCED;

    boolean isTaken(SpecificRecord event, String revision) {
        return revision.equals(
                switch (this) {
                    case HINTED -> event instanceof PushHinted one ? one.getNewRevision() : null;
                    case TOLD -> event instanceof CommitDetected one ? one.getNewRevision() : null;
                    case DESIRED -> event instanceof DesiredState one ? one.getRevision() : null;
                    case COMPARED -> event instanceof DriftFound one ? one.getRevision() : null;
                    case ASKED -> event instanceof SyncRequested one ? one.getRevision() : null;
                    case JUDGED -> event instanceof GateVerdict one ? one.getRevision() : null;
                    case SYNCED -> event instanceof SyncFinished one ? one.getRevision() : null;
                });
    }
}
