package io.dabbawala.reconciler.cluster;

import io.dabbawala.reconciler.object.LiveChange;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.object.ObjectRef;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The cluster. A cluster that does not answer, or asks for patience longer than the client has, is
 * an {@link UnreachableCluster}: nobody knows whether the last call had an effect, so look again
 * before acting again. What the cluster refuses is an outcome.
 */
public interface Cluster {

    /**
     * One object with status and managedFields, at least as new as the last call of {@link #apply}
     * for it. From then on its changes are told to those who watch.
     */
    Optional<LiveObject> read(ObjectRef ref);

    /** Every object whose tracking annotation names this application and describes itself. */
    List<LiveObject> tracked(String application);

    /** Server-side apply of the manifest as it is; owning fields is decided by the manager. */
    ApplyOutcome apply(Manifest manifest, ApplyOptions options);

    /**
     * Takes this finalizer off the object, whoever put it there. An object that is gone, or has no
     * such finalizer, is left as it is.
     */
    void release(LiveObject object, String finalizer);

    DeleteOutcome delete(ObjectRef ref, DeleteOptions options);

    /**
     * Tells of every change of a tracked object and of objects that were {@link #read}, in the
     * order of each object, beginning with what is there. It is called on the thread that received
     * the change: hand over and return.
     */
    void watch(Consumer<LiveChange> listener);
}
