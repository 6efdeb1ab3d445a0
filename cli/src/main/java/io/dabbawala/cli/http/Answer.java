package io.dabbawala.cli.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.cli.answer.CommandFailed;

/** What the console said. */
public sealed interface Answer {

    record Said(JsonNode answer) implements Answer {}

    /** A problem detail (RFC 9457): what is wrong with the request, or with where things stand. */
    record Refused(int status, String detail) implements Answer {

        public boolean isUnknown() {
            return status == 404;
        }

        /** How a command ends that is refused so. */
        public CommandFailed failure() {
            return switch (status) {
                case 401, 403, 409 -> CommandFailed.no(detail);
                case 502, 503, 504 -> CommandFailed.unavailable(detail);
                default ->
                        status >= 500
                                ? CommandFailed.internal(detail)
                                : CommandFailed.input(detail);
            };
        }
    }

    /** What was said, or the end of the command. */
    default JsonNode orFail() {
        return switch (this) {
            case Said(var answer) -> answer;
            case Refused refused -> throw refused.failure();
        };
    }
}
