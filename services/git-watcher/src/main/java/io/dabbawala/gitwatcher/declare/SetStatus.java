package io.dabbawala.gitwatcher.declare;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.gitwatcher.declare.application.Declaration;
import io.dabbawala.gitwatcher.render.CanonicalJson;

/** The status of an ApplicationSet: one condition, as Argo CD has it, while something is wrong. */
final class SetStatus {

    /** The set with its status; without one if nothing is wrong. */
    static Declaration on(Declaration set, String reason) {
        if (reason.isEmpty()) {
            return set.saying(set.withoutStatus());
        }
        var document = (ObjectNode) CanonicalJson.parse(set.withoutStatus());
        var code = reason.substring(0, reason.indexOf(':'));
        document.putObject("status")
                .putArray("conditions")
                .addObject()
                .put("type", "ErrorOccurred")
                .put("status", "True")
                .put("reason", code)
                .put("message", reason);
        return set.saying(CanonicalJson.of(document));
    }

    private SetStatus() {}
}
