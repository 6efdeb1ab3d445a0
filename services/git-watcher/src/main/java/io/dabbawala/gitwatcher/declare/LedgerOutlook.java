package io.dabbawala.gitwatcher.declare;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.generate.CannotGenerate;
import io.dabbawala.gitwatcher.generate.ForgeRepository;
import io.dabbawala.gitwatcher.generate.Outlook;
import io.dabbawala.gitwatcher.generate.PullRequest;
import io.dabbawala.gitwatcher.render.CanonicalJson;
import io.dabbawala.gitwatcher.watch.RepositoryUrl;
import java.util.List;

/** What generators see here: the declared clusters and the mirrors of configured repositories. */
record LedgerOutlook(Push.Scene scene, Ledger ledger) implements Outlook {

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
        throw notOffered("pull requests", provider);
    }

    @Override
    public List<ForgeRepository> repositories(String provider, JsonNode configuration)
            throws CannotGenerate {
        throw notOffered("repositories", provider);
    }

    private static CannotGenerate notOffered(String what, String provider) {
        return new CannotGenerate(
                "%s of %s are not asked for: no forge is configured".formatted(what, provider));
    }
}
