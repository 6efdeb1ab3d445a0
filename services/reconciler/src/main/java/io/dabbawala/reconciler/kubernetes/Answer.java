package io.dabbawala.reconciler.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.object.Tree;
import java.util.Map;

/** What the API server answered to one request. */
record Answer(int code, byte[] body) {

    static final int CREATED = 201;
    static final int BAD_REQUEST = 400;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int CONFLICT = 409;
    static final int GONE = 410;

    boolean isSuccess() {
        return code / 100 == 2;
    }

    Map<String, Object> tree() {
        return Json.object(body);
    }

    /** The reason in words: of a Status its message, else the beginning of the text. */
    String message() {
        try {
            return Tree.text(tree(), "message");
        } catch (IllegalArgumentException _) { // a proxy on the way speaks its own language
            var text = new String(body, UTF_8);
            return text.substring(0, Math.min(text.length(), 200));
        }
    }
}
