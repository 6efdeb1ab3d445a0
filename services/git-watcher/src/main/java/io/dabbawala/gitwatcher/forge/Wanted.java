package io.dabbawala.gitwatcher.forge;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.generate.parameter.CannotGenerate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a generator wants to know of repositories.
 *
 * @param configuration what stands under the provider's name
 * @param cloneProtocol of the addresses; empty is SSH
 * @param paths that somebody wants to know of each branch whether they are there
 */
record Wanted(JsonNode configuration, String cloneProtocol, Set<String> paths) {

    @FunctionalInterface
    interface Look {

        boolean finds(String path) throws CannotGenerate;
    }

    boolean isAllBranches() {
        return configuration.path("allBranches").asBoolean(false);
    }

    boolean isHttps() throws CannotGenerate {
        return switch (cloneProtocol) {
            case "", "ssh" -> false;
            case "https" -> true;
            default -> throw new CannotGenerate("unknown clone protocol " + cloneProtocol);
        };
    }

    List<String> pathsThat(Look look) throws CannotGenerate {
        var there = new ArrayList<String>();
        for (var path : paths) {
            if (look.finds(path)) {
                there.add(path);
            }
        }
        return there;
    }

    /** Where both kinds of Bitbucket have the address of a protocol. */
    static String cloneLink(JsonNode repository, String name) {
        for (var link : repository.at("/links/clone")) {
            if (link.path("name").asText().equals(name)) {
                return link.path("href").asText();
            }
        }
        return "";
    }
}
