package io.dabbawala.gitwatcher.generate.generator;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.generate.forge.PullRequest;
import io.dabbawala.gitwatcher.generate.forge.PullRequestFilter;
import io.dabbawala.gitwatcher.generate.parameter.CannotGenerate;
import io.dabbawala.gitwatcher.generate.parameter.Parameters;
import io.dabbawala.gitwatcher.generate.parameter.Slug;
import io.dabbawala.gitwatcher.generate.parameter.Templating;
import io.dabbawala.gitwatcher.generate.parameter.Values;
import java.util.ArrayList;
import java.util.List;

/** One set for each open pull request that passes a filter. */
record PullRequestGenerator(Templating templating, Outlook outlook) implements Generator {

    private static final List<String> PROVIDERS =
            List.of("github", "gitlab", "gitea", "bitbucketServer", "bitbucket", "azuredevops");

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
                                                "failed to select pull request service provider: no Pull Request provider implementation configured"));
        var filters = PullRequestFilter.all(configuration.path("filters"));
        var wanted = labels(configuration.path(provider).path("labels"));
        var values = new Values(configuration, templating, outer);
        var sets = new ArrayList<Parameters>();
        for (var pull : outlook.pullRequests(provider, configuration.path(provider))) {
            var isSelected =
                    filters.isEmpty() || filters.stream().anyMatch(one -> one.passes(pull));
            if (isSelected && pull.labels().containsAll(wanted)) {
                sets.add(values.with(of(pull)));
            }
        }
        return sets;
    }

    private Parameters of(PullRequest pull) {
        var parameters = Parameters.empty();
        parameters.put("number", Long.toString(pull.number()));
        parameters.put("title", pull.title());
        parameters.put("branch", pull.branch());
        parameters.put("branch_slug", Slug.ofBranch(pull.branch()));
        parameters.put("target_branch", pull.targetBranch());
        parameters.put("target_branch_slug", Slug.ofBranch(pull.targetBranch()));
        parameters.put("head_sha", pull.headSha());
        parameters.put("head_short_sha", first(pull.headSha(), 8));
        parameters.put("head_short_sha_7", first(pull.headSha(), 7));
        parameters.put("author", pull.author());
        if (templating.isGo()) {
            parameters.put("labels", pull.labels());
        }
        return parameters;
    }

    static String first(String text, int count) {
        return text.substring(0, Math.min(count, text.length()));
    }

    private static List<String> labels(JsonNode labels) {
        var texts = new ArrayList<String>();
        labels.forEach(label -> texts.add(label.asText()));
        return texts;
    }
}
