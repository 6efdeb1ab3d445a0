package io.dabbawala.compliancegate.policy;

/** What the API server is asked to do with an object. */
public enum Operation {
    CREATE,
    UPDATE,
    DELETE,
    CONNECT
}
