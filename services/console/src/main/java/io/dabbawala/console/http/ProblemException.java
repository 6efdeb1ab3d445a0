package io.dabbawala.console.http;

import jakarta.ws.rs.core.Response.Status;

/** Ends a request with a problem. */
final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Status status;

    ProblemException(Status status, String detail) {
        super(detail);
        this.status = status;
    }

    Status status() {
        return status;
    }

    static ProblemException badRequest(String detail) {
        return new ProblemException(Status.BAD_REQUEST, detail);
    }

    static ProblemException notFound(String detail) {
        return new ProblemException(Status.NOT_FOUND, detail);
    }

    static ProblemException conflict(String detail) {
        return new ProblemException(Status.CONFLICT, detail);
    }
}
