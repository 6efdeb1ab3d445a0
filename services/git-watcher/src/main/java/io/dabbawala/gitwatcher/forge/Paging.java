package io.dabbawala.gitwatcher.forge;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.util.OptionalLong;

/**
 * How a forge cuts a list into pages. One is asked for by a number, never by an address that an
 * answer gives.
 *
 * @param parameter of the query that has the number
 * @param first number
 * @param items where they are in an answer
 */
record Paging(String parameter, long first, String items, Next next) {

    /** Numbered from one, as long as headers say that there is another. */
    static final Paging BY_HEADER =
            new Paging(
                    "page",
                    1,
                    "",
                    (at, _, headers) ->
                            hasNext(headers) ? OptionalLong.of(at + 1) : OptionalLong.empty());

    @FunctionalInterface
    interface Next {

        /** The number of the page behind the one at a number; empty if that is the last. */
        OptionalLong after(long at, JsonNode body, HttpHeaders headers);
    }

    private static boolean hasNext(HttpHeaders headers) {
        return headers.allValues("Link").stream().anyMatch(link -> link.contains("rel=\"next\""))
                || headers.firstValue("X-Next-Page").filter(page -> !page.isBlank()).isPresent();
    }
}
