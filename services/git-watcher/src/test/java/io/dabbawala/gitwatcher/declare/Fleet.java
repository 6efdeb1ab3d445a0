package io.dabbawala.gitwatcher.declare;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.InMemoryForges;
import io.dabbawala.gitwatcher.InMemoryGit;
import io.dabbawala.gitwatcher.PlainPrograms;
import io.dabbawala.gitwatcher.declare.application.DesiredState;
import io.dabbawala.gitwatcher.declare.ledger.Announcement;
import io.dabbawala.gitwatcher.declare.ledger.Consequence;
import io.dabbawala.gitwatcher.declare.ledger.Ledger;
import io.dabbawala.gitwatcher.declare.repository.DeliveryFolder;
import io.dabbawala.gitwatcher.declare.repository.Source;
import io.dabbawala.gitwatcher.declare.repository.Sources;
import io.dabbawala.gitwatcher.generate.DeletionBudget;
import io.dabbawala.gitwatcher.render.CanonicalJson;
import io.dabbawala.gitwatcher.render.Changes;
import io.dabbawala.gitwatcher.render.Problem;
import io.dabbawala.gitwatcher.render.SourceTree;
import io.dabbawala.gitwatcher.render.TreeEntry;
import io.dabbawala.gitwatcher.source.Renderer;
import io.dabbawala.gitwatcher.watch.RepositoryUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A repository with an ApplicationSet over its folders, and what was said of it so far. */
final class Fleet {

    private static final String URL = "https://git.example/fleet";

    /** Counts how often somebody lists a folder or reads a file: without, nothing is rendered. */
    static final class Counted implements SourceTree {

        private final SourceTree tree;
        int reads;
        int lists;
        int comparisons;
        int lookups;

        Counted(SourceTree tree) {
            this.tree = tree;
        }

        @Override
        public boolean has(String revision) {
            return tree.has(revision);
        }

        @Override
        public Optional<String> treeId(String revision, String path) {
            lookups++;
            return tree.treeId(revision, path);
        }

        @Override
        public Changes changes(String revision, String other) {
            comparisons++;
            return tree.changes(revision, other);
        }

        @Override
        public List<TreeEntry> list(String revision, String path, int limit) {
            lists++;
            return tree.list(revision, path, limit);
        }

        @Override
        public byte[] read(TreeEntry entry, int limit) {
            reads++;
            return tree.read(entry, limit);
        }
    }

    final InMemoryGit git = new InMemoryGit("fleet");
    final Counted tree = new Counted(git);
    int commits;
    List<Problem> problems = List.of();
    private final Ledger ledger = new Ledger();
    private final Renderer renderer = new Renderer(new PlainPrograms());
    private final Source source =
            new Source(
                    "fleet",
                    new RepositoryUrl(URL),
                    git,
                    tree,
                    new DeliveryFolder("delivery", "HEAD"));
    private final List<Source> sources = new ArrayList<>(List.of(source));

    Fleet set(String metadata, String spec) {
        git.write("delivery/fleet.yaml", document(metadata, spec));
        return this;
    }

    static String document(String metadata, String spec) {
        return """
                apiVersion: argoproj.io/v1alpha1
                kind: ApplicationSet
                metadata:
                  name: fleet
                  %s
                spec:
                  goTemplate: true
                  goTemplateOptions: [missingkey=error]
                  %s
                  generators:
                  - git: {repoURL: '%s', revision: main, directories: [{path: 'apps/*'}]}
                  template:
                    metadata:
                      name: '{{ .path.basename }}'
                    spec:
                      project: default
                      source: {repoURL: '%s', targetRevision: main, path: '{{ .path.path }}'}
                      destination: {namespace: shop}
                """
                .formatted(metadata, spec, URL, URL);
    }

    static String application(String name, String path) {
        return """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: %s}
                spec:
                  source: {repoURL: '%s', targetRevision: main, path: '%s'}
                  destination: {namespace: shop}
                """
                .formatted(name, URL, path);
    }

    Fleet folders(String... names) {
        for (var name : names) {
            git.write("apps/" + name + "/deployment.yaml", deployment(name, 1));
        }
        return this;
    }

    static String deployment(String name, int replicas) {
        return "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: x%s}\nspec: {replicas: %d}\n"
                .formatted(name, replicas);
    }

    List<Announcement> pushAndLook() {
        git.push();
        return look();
    }

    List<Announcement> look() {
        var said = decide();
        keep(said);
        git.record(git.refs());
        return said;
    }

    void keep(List<Announcement> said) {
        said.forEach(ledger::keep);
    }

    List<Announcement> decide() {
        return decide(source, git);
    }

    List<Announcement> decide(Source moved, InMemoryGit host) {
        var look =
                new Pushes(
                                new Sources(sources, renderer),
                                (_, seed) -> seed,
                                DeletionBudget.DEFAULT,
                                new InMemoryForges())
                        .look(moved, host.refs(), ledger, InMemoryGit.NOON);
        commits = look.commits().size();
        problems = look.problems();
        return look.consequences().stream().map(Consequence::announcement).toList();
    }

    Source source() {
        return source;
    }

    /** Another repository with a delivery folder. */
    Source beside(InMemoryGit other) {
        var added =
                new Source(
                        "delivery",
                        new RepositoryUrl("https://git.example/delivery"),
                        other,
                        other,
                        new DeliveryFolder("delivery", "HEAD"));
        sources.add(added);
        return added;
    }

    JsonNode json(String key) {
        return CanonicalJson.parse(ledger.declaration(key).orElseThrow().json());
    }

    /** What is wrong with the set, by its status. */
    String reason() {
        return json("ApplicationSet/argocd/fleet").at("/status/conditions/0/message").asText();
    }

    static List<String> declared(List<Announcement> said) {
        return said.stream()
                .filter(Announcement.Declared.class::isInstance)
                .map(one -> ((Announcement.Declared) one).declaration().key())
                .toList();
    }

    static List<String> withdrawn(List<Announcement> said) {
        return said.stream()
                .filter(Announcement.Withdrawn.class::isInstance)
                .map(one -> ((Announcement.Withdrawn) one).key())
                .toList();
    }

    static List<String> desired(List<Announcement> said) {
        return said.stream()
                .filter(Announcement.Desired.class::isInstance)
                .map(one -> ((Announcement.Desired) one).state())
                .filter(state -> !state.isWithdrawn())
                .map(DesiredState::application)
                .toList();
    }
}
