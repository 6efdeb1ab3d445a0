package io.dabbawala.testkit.twin.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.testkit.twin.api.Refusal;
import io.dabbawala.testkit.twin.schema.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** A list, or the part of it that {@code limit} and {@code continue} ask for. */
final class ListPage {

    private ListPage() {}

    static ObjectNode of(Kind kind, List<ObjectNode> all, long version, Request request) {
        var start = start(request.parameter("continue"));
        var limit = request.parameter("limit");
        var end =
                limit.isEmpty() || limit.equals("0")
                        ? all.size()
                        : Math.min(all.size(), start + Integer.parseInt(limit));
        var list =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("kind", kind.name() + "List")
                        .put("apiVersion", kind.apiVersion());
        var metadata = list.putObject("metadata").put("resourceVersion", Long.toString(version));
        if (end < all.size()) {
            metadata.put("continue", token(end)).put("remainingItemCount", all.size() - end);
        }
        var items = list.putArray("items");
        all.subList(Math.min(start, end), end).forEach(items::add);
        return list;
    }

    static long version(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Refusal.internal(
                    "resourceVersion: Invalid value: \"%s\": strconv.ParseUint: parsing \"%s\": invalid syntax"
                            .formatted(text, text));
        }
    }

    private static String token(int start) {
        return Base64.getUrlEncoder()
                .encodeToString(Integer.toString(start).getBytes(StandardCharsets.US_ASCII));
    }

    private static int start(String token) {
        if (token.isEmpty()) {
            return 0;
        }
        try {
            return Integer.parseInt(
                    new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest("invalid continue token: continue key is not valid: " + token);
        }
    }
}
