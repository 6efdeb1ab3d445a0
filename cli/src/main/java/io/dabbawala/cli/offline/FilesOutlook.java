package io.dabbawala.cli.offline;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.generate.forge.ForgeRepository;
import io.dabbawala.gitwatcher.generate.forge.PullRequest;
import io.dabbawala.gitwatcher.generate.generator.Outlook;
import io.dabbawala.gitwatcher.generate.parameter.CannotGenerate;
import java.util.List;
import java.util.Optional;

/** What generators see offline: files. */
record FilesOutlook(
        List<JsonNode> clusters, RepositoryOption repository, Optional<List<JsonNode>> pulls)
        implements Outlook {

    @Override
    public Checkout checkout(String address, String revision) throws CannotGenerate {
        return repository.at(revision);
    }

    @Override
    public List<PullRequest> pullRequests(String provider, JsonNode configuration)
            throws CannotGenerate {
        return pulls
                .orElseThrow(
                        () ->
                                new CannotGenerate(
                                        "there are no pull requests: name a file with --pull-requests"))
                .stream()
                .map(PullRequest::of)
                .toList();
    }

    @Override
    public List<ForgeRepository> repositories(String provider, JsonNode configuration)
            throws CannotGenerate {
        throw new CannotGenerate("the generator scmProvider asks a forge; offline there is none");
    }
}
