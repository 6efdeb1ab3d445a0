package io.dabbawala.gitwatcher.declare;

import io.dabbawala.gitwatcher.InMemoryForges;
import io.dabbawala.gitwatcher.InMemoryGit;
import io.dabbawala.gitwatcher.PlainPrograms;
import io.dabbawala.gitwatcher.declare.application.Rollback;
import io.dabbawala.gitwatcher.declare.ledger.Consequence;
import io.dabbawala.gitwatcher.declare.ledger.Ledger;
import io.dabbawala.gitwatcher.declare.repository.DeliveryFolder;
import io.dabbawala.gitwatcher.declare.repository.Source;
import io.dabbawala.gitwatcher.declare.repository.Sources;
import io.dabbawala.gitwatcher.declare.rollback.Revert;
import io.dabbawala.gitwatcher.declare.rollback.Rollbacks;
import io.dabbawala.gitwatcher.generate.DeletionBudget;
import io.dabbawala.gitwatcher.render.Limits;
import io.dabbawala.gitwatcher.source.CheckoutLimits;
import io.dabbawala.gitwatcher.source.Renderer;
import io.dabbawala.gitwatcher.watch.RepositoryUrl;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A repository of two applications, and the ledger of everything that was said of it. */
public final class Shop {

    static final String URL = "https://git.example/shop";

    /** As the service has them. */
    private static final Limits LIMITS =
            new Limits(
                    50_000,
                    5 << 20,
                    2_000,
                    4 << 20,
                    new Limits.Document(100, 50, 40, 1 << 20, "git-watcher.limits."));

    public final InMemoryGit git = new InMemoryGit("shop");
    private final Source source =
            new Source(
                    "shop",
                    new RepositoryUrl(URL),
                    git,
                    git,
                    new DeliveryFolder("delivery", "HEAD"));
    final InMemoryGit values = new InMemoryGit("values");
    private final Source other =
            new Source(
                    "values",
                    new RepositoryUrl("https://git.example/values"),
                    values,
                    values,
                    DeliveryFolder.NONE);
    public final PlainPrograms programs = new PlainPrograms();
    private final Sources sources =
            new Sources(
                    List.of(source, other), new Renderer(programs, LIMITS, CheckoutLimits.USUAL));
    private final Ledger ledger = new Ledger();

    public Shop() {
        Stream.of("web", "pay")
                .forEach(
                        name -> {
                            git.write("delivery/" + name + ".yaml", application(name, URL));
                            git.write("apps/" + name + "/deployment.yaml", deployment(name, 2));
                        });
    }

    public String push() {
        return git.push();
    }

    public Said look() {
        var said = lookAndCrash();
        said.announcements().forEach(ledger::keep);
        git.record(git.refs());
        return said;
    }

    /** Looks at the repository that only has values. */
    Said lookAtValues() {
        var said = look(other, values);
        said.announcements().forEach(ledger::keep);
        values.record(values.refs());
        return said;
    }

    Said lookAndCrash() {
        return look(source, git);
    }

    private Said look(Source at, InMemoryGit host) {
        var look =
                new Pushes(
                                sources,
                                (when, seed) -> seed,
                                DeletionBudget.DEFAULT,
                                new InMemoryForges())
                        .look(at, host.refs(), ledger, InMemoryGit.NOON);
        return new Said(
                look.commits().size(),
                look.consequences().stream().map(Consequence::announcement).toList(),
                look.problems());
    }

    public Said rollBack(Rollback rollback) {
        var announcements =
                new Rollbacks(sources, (at, seed) -> seed).decide(rollback, ledger, Instant.EPOCH);
        announcements.forEach(ledger::keep);
        return new Said(0, announcements, List.of());
    }

    public Optional<Revert> revert(Rollback rollback) {
        return new Rollbacks(sources, (at, seed) -> seed).revert(rollback, ledger);
    }

    static String application(String name, String url) {
        return """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: %s}
                spec:
                  source: {repoURL: '%s', targetRevision: main, path: apps/%s}
                  destination: {namespace: shop}
                  syncPolicy: {automated: {prune: true}}
                """
                .formatted(name, url, name);
    }

    public static String deployment(String name, int replicas) {
        return "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: %s}\nspec: {replicas: %d}\n"
                .formatted(name, replicas);
    }
}
