package io.dabbawala.gitwatcher.generate;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.InMemoryGit;
import io.dabbawala.gitwatcher.generate.forge.ForgeRepository;
import io.dabbawala.gitwatcher.generate.forge.PullRequest;
import io.dabbawala.gitwatcher.generate.generator.Outlook;
import io.dabbawala.gitwatcher.generate.parameter.CannotGenerate;
import io.dabbawala.gitwatcher.generate.parameter.GoJson;
import io.dabbawala.gitwatcher.render.CanonicalJson;
import io.dabbawala.gitwatcher.render.UnreadableSource;
import io.dabbawala.gitwatcher.render.YamlReader;
import io.dabbawala.gitwatcher.render.YamlReader.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What generators look at, in memory. */
public final class World implements Outlook {

    private final List<JsonNode> clusters = new ArrayList<>();
    private final List<PullRequest> pulls = new ArrayList<>();
    private final List<ForgeRepository> repositories = new ArrayList<>();
    private Optional<InMemoryGit> git = Optional.empty();

    World cluster(String name, String server, String labels) {
        clusters.add(
                yaml(
                        """
                        apiVersion: v1
                        kind: Secret
                        metadata:
                          name: %s
                          labels: {argocd.argoproj.io/secret-type: cluster%s}
                          annotations: {foo.argoproj.io: %s}
                        stringData: {name: %s, server: '%s'}
                        """
                                .formatted(
                                        name,
                                        labels.isEmpty() ? "" : ", " + labels,
                                        name,
                                        name,
                                        server)));
        return this;
    }

    public World files(String... pathsAndContents) {
        var repository = new InMemoryGit("world");
        for (int i = 0; i < pathsAndContents.length; i += 2) {
            repository.write(pathsAndContents[i], pathsAndContents[i + 1]);
        }
        repository.push();
        git = Optional.of(repository);
        return this;
    }

    World pull(PullRequest pull) {
        pulls.add(pull);
        return this;
    }

    World repository(ForgeRepository repository) {
        repositories.add(repository);
        return this;
    }

    public static JsonNode yaml(String text) {
        try {
            return YamlReader.read("", text).stream()
                    .map(Document::value)
                    .findFirst()
                    .orElseThrow();
        } catch (UnreadableSource e) {
            throw new AssertionError(text, e);
        }
    }

    @Override
    public List<JsonNode> clusters() {
        return clusters;
    }

    @Override
    public Checkout checkout(String repository, String revision) throws CannotGenerate {
        var found = git.orElseThrow(() -> new CannotGenerate("there is no " + repository));
        return new Checkout(found, found.refs().resolve("").orElseThrow());
    }

    @Override
    public List<PullRequest> pullRequests(String provider, JsonNode configuration) {
        return pulls;
    }

    @Override
    public List<ForgeRepository> repositories(String provider, JsonNode configuration) {
        return repositories;
    }

    /** The parameter sets as JSON, or the error. */
    public List<String> parameters(boolean goTemplate, String generators) {
        try {
            return Generation.parameters(set(goTemplate, generators, "{}"), this).stream()
                    .map(one -> GoJson.tree(one.parameters().values()))
                    .map(CanonicalJson::of)
                    .toList();
        } catch (CannotGenerate e) {
            return List.of("error: " + e.getMessage());
        }
    }

    public static ApplicationSet set(boolean goTemplate, String generators, String template) {
        return new ApplicationSet(
                yaml(
                        """
                        apiVersion: argoproj.io/v1alpha1
                        kind: ApplicationSet
                        metadata: {name: guestbook, namespace: argocd}
                        spec:
                          goTemplate: %s
                          goTemplateOptions: %s
                          template: %s
                          generators:
                        %s
                        """
                                .formatted(
                                        goTemplate,
                                        goTemplate ? "[missingkey=error]" : "[]",
                                        template,
                                        generators.indent(2))));
    }
}
