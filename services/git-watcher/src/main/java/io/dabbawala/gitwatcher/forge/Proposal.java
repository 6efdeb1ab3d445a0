package io.dabbawala.gitwatcher.forge;

import java.util.Map;

/** A pull request to open. */
public record Proposal(String branch, String into, String title, String text) {

    /** As GitHub takes it, and those that do as GitHub does. */
    Map<String, Object> asGithub() {
        return Map.of("title", title, "body", text, "head", branch, "base", into);
    }
}
