package io.dabbawala.gitwatcher.generate.generator;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.generate.forge.ForgeRepository;
import io.dabbawala.gitwatcher.generate.forge.PullRequestFilter;
import io.dabbawala.gitwatcher.generate.parameter.CannotGenerate;
import io.dabbawala.gitwatcher.generate.parameter.Parameters;
import io.dabbawala.gitwatcher.generate.parameter.Slug;
import io.dabbawala.gitwatcher.generate.parameter.Templating;
import io.dabbawala.gitwatcher.generate.parameter.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** One set for each branch of each repository of an organization that passes a filter. */
record ForgeGenerator(Templating templating, Outlook outlook) implements Generator {

    private static final List<String> PROVIDERS =
            List.of(
                    "github",
                    "gitlab",
                    "gitea",
                    "bitbucketServer",
                    "azureDevOps",
                    "bitbucket",
                    "awsCodeCommit");

    /** What a repository has to be like, as far as it is said. */
    private record Filter(
            Predicate<String> repository,
            Predicate<String> branch,
            Predicate<String> label,
            boolean asksLabels,
            List<String> paths,
            List<String> noPaths) {

        static List<Filter> all(JsonNode filters) throws CannotGenerate {
            var all = new ArrayList<Filter>();
            for (var filter : filters) {
                all.add(
                        new Filter(
                                PullRequestFilter.expression(filter, "repositoryMatch"),
                                PullRequestFilter.expression(filter, "branchMatch"),
                                PullRequestFilter.expression(filter, "labelMatch"),
                                filter.hasNonNull("labelMatch"),
                                texts(filter.path("pathsExist")),
                                texts(filter.path("pathsDoNotExist"))));
            }
            return all;
        }

        boolean passes(ForgeRepository one) {
            return repository.test(one.repository())
                    && branch.test(one.branch())
                    && (!asksLabels || one.labels().stream().anyMatch(label))
                    && one.paths().containsAll(paths)
                    && noPaths.stream().noneMatch(one.paths()::contains);
        }

        private static List<String> texts(JsonNode items) {
            var texts = new ArrayList<String>();
            items.forEach(item -> texts.add(item.asText()));
            return texts;
        }
    }

    @Override
    public List<Parameters> parameters(JsonNode configuration, Parameters outer)
            throws CannotGenerate {
        var provider =
                PROVIDERS.stream()
                        .filter(configuration::hasNonNull)
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new CannotGenerate(
                                                "no SCM provider implementation configured"));
        var filters = Filter.all(configuration.path("filters"));
        var values = new Values(configuration, templating, outer);
        var sets = new ArrayList<Parameters>();
        for (var one : outlook.repositories(provider, configuration)) {
            if (filters.isEmpty() || filters.stream().anyMatch(filter -> filter.passes(one))) {
                sets.add(values.with(of(one)));
            }
        }
        return sets;
    }

    private static Parameters of(ForgeRepository one) {
        var parameters = Parameters.empty();
        parameters.put("organization", one.organization());
        parameters.put("repository", one.repository());
        parameters.put("repository_id", one.id());
        parameters.put("url", one.url());
        parameters.put("branch", one.branch());
        parameters.put("branchNormalized", Slug.normalized(one.branch()));
        parameters.put("sha", one.sha());
        parameters.put("short_sha", PullRequestGenerator.first(one.sha(), 8));
        parameters.put("short_sha_7", PullRequestGenerator.first(one.sha(), 7));
        parameters.put("labels", String.join(",", one.labels()));
        return parameters;
    }
}
