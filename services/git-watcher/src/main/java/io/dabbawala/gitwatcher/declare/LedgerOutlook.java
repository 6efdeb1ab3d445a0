package io.dabbawala.gitwatcher.declare;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.declare.ledger.Ledger;
import io.dabbawala.gitwatcher.generate.forge.ForgeRepository;
import io.dabbawala.gitwatcher.generate.forge.Forges;
import io.dabbawala.gitwatcher.generate.forge.PullRequest;
import io.dabbawala.gitwatcher.generate.generator.Outlook;
import io.dabbawala.gitwatcher.generate.parameter.CannotGenerate;
import io.dabbawala.gitwatcher.render.CanonicalJson;
import io.dabbawala.gitwatcher.watch.RepositoryUrl;
import java.util.List;

/** What generators see here: declared clusters, mirrors of configured repositories, and forges. */
record LedgerOutlook(Push.Scene scene, Ledger ledger, Forges forges) implements Outlook {

    @Override
    public List<JsonNode> clusters() {
        return ledger.declarations().stream()
                .filter(one -> one.kind().equals("Secret"))
                .map(one -> CanonicalJson.parse(one.json()))
                .toList();
    }

    @Override
    public Checkout checkout(String repository, String revision) throws CannotGenerate {
        var source =
                scene.sources()
                        .at(new RepositoryUrl(repository))
                        .orElseThrow(
                                () ->
                                        new CannotGenerate(
                                                "repository %s is not configured"
                                                        .formatted(repository)));
        var refs = scene.refsOf(source);
        var commit =
                refs.resolve(revision)
                        .filter(source.tree()::has)
                        .orElseThrow(
                                () ->
                                        new CannotGenerate(
                                                "there is no branch, tag or commit %s in %s"
                                                        .formatted(revision, repository)));
        return new Checkout(source.tree(), commit);
    }

    @Override
    public List<PullRequest> pullRequests(String provider, JsonNode configuration)
            throws CannotGenerate {
        return forges.pullRequests(provider, configuration);
    }

    @Override
    public List<ForgeRepository> repositories(String provider, JsonNode configuration)
            throws CannotGenerate {
        return forges.repositories(provider, configuration);
    }
}
