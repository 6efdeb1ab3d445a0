package io.dabbawala.console.why;

import io.dabbawala.console.event.Event;
import io.dabbawala.console.event.Finding;
import io.dabbawala.console.event.ObjectRef;
import io.dabbawala.console.event.Reason;
import java.time.Instant;

/** One reason: a code to count by, a sentence to read. Object, field and policy may be empty. */
public record Why(
        String code,
        String message,
        String object,
        String field,
        String policy,
        Instant since,
        String event) {

    static Why of(String code, String message, Event from) {
        return new Why(code, message, "", "", "", from.time(), from.header().id());
    }

    static Why of(String code, String message, ObjectRef object, Event from) {
        return new Why(code, message, object.path(), "", "", from.time(), from.header().id());
    }

    /** A reason that travels with its code. */
    static Why written(String reason, String fallbackCode, Event from) {
        var read = Reason.of(reason, fallbackCode);
        return of(read.code(), Reason.said(reason), from);
    }

    static Why broken(Finding finding, Event from) {
        return new Why(
                "POLICY_DENIED",
                finding.message(),
                finding.object().path(),
                finding.field() == null ? "" : finding.field(),
                finding.policy(),
                from.time(),
                from.header().id());
    }
}
