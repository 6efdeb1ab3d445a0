package io.dabbawala.gitwatcher.generate;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What an ApplicationSet may do to its applications once they exist.
 *
 * @param preservesResources whether an application that goes leaves its objects in the cluster
 */
public record Policy(boolean updates, boolean deletes, boolean preservesResources) {

    static Policy of(JsonNode policy) {
        var word = policy.path("applicationsSync").asText("sync");
        return new Policy(
                !word.equals("create-only") && !word.equals("create-delete"),
                !word.equals("create-only") && !word.equals("create-update"),
                policy.path("preserveResourcesOnDeletion").asBoolean(false));
    }
}
