package io.dabbawala.console.http;

import com.fasterxml.jackson.annotation.JsonInclude;

/** RFC 9457. The detail names the object and the way out. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, String instance) {

    static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(int status, String title, String detail, String instance) {
        return new Problem("about:blank", title, status, detail, instance);
    }
}
