package io.dabbawala.gitwatcher.generate.forge;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.generate.parameter.CannotGenerate;
import java.util.List;

/** What forges have. */
public interface Forges {

    /**
     * The open pull requests a provider's configuration selects, before filters.
     *
     * @param provider its name, such as {@code github}
     * @param configuration what stands under that name
     */
    List<PullRequest> pullRequests(String provider, JsonNode configuration) throws CannotGenerate;

    /**
     * The branches of repositories a generator selects, before filters.
     *
     * @param configuration of the generator, which has the provider's and the filters
     */
    List<ForgeRepository> repositories(String provider, JsonNode configuration)
            throws CannotGenerate;
}
