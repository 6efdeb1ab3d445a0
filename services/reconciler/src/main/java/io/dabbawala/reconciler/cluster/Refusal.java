package io.dabbawala.reconciler.cluster;

/** Why the API server will not do it; the names are the codes reasons begin with. */
public enum Refusal {
    /** The object is not valid (400, 422). */
    INVALID,
    /** A policy or webhook in the cluster denied it. */
    ADMISSION_DENIED,
    /** The reconciler may not do this. */
    FORBIDDEN,
    /** The cluster has no such kind, or no such namespace. */
    NOT_FOUND,
    /** The object is not the one that was looked at, or changed since (409). */
    PRECONDITION_FAILED,
    /** The version of this kind is not served any more, or the object is gone for good (410). */
    GONE
}
