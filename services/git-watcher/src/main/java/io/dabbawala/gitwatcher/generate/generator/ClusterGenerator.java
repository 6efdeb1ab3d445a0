package io.dabbawala.gitwatcher.generate.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.generate.parameter.CannotGenerate;
import io.dabbawala.gitwatcher.generate.parameter.Parameters;
import io.dabbawala.gitwatcher.generate.parameter.Slug;
import io.dabbawala.gitwatcher.generate.parameter.Templating;
import io.dabbawala.gitwatcher.generate.parameter.Values;
import io.dabbawala.gitwatcher.template.value.StringMap;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One set for each cluster Secret that is selected, and the local cluster last if all are. */
record ClusterGenerator(Templating templating, Outlook outlook) implements Generator {

    private static final String TYPE = "argocd.argoproj.io/secret-type";
    private static final String LOCAL = "https://kubernetes.default.svc";
    private static final String LOCAL_NAME = "in-cluster";

    @Override
    public List<Parameters> parameters(JsonNode configuration, Parameters outer)
            throws CannotGenerate {
        var selector = LabelSelector.of(configuration.path("selector"));
        var secrets = outlook.clusters().stream().filter(ClusterGenerator::isCluster).toList();
        var values = new Values(configuration, templating, outer);
        var sets = new ArrayList<Parameters>();
        for (var secret : secrets) {
            if (selector.matches(texts(secret.path("metadata").path("labels")))) {
                sets.add(added(values, ofSecret(secret), "cluster"));
            }
        }
        var hasLocal = secrets.stream().anyMatch(secret -> data(secret, "server").equals(LOCAL));
        if (selector.isEmpty() && !hasLocal) {
            sets.add(added(values, local(), "local cluster"));
        }
        return configuration.path("flatList").asBoolean(false) ? List.of(inOne(sets)) : sets;
    }

    private static Parameters added(Values values, Parameters parameters, String which)
            throws CannotGenerate {
        try {
            return values.added(parameters);
        } catch (CannotGenerate e) {
            throw e.within("error appending templated values for " + which);
        }
    }

    private static Parameters inOne(List<Parameters> sets) {
        var all = Parameters.empty();
        all.put("clusters", sets.stream().map(Parameters::values).toList());
        return all;
    }

    private static boolean isCluster(JsonNode secret) {
        return texts(secret.path("metadata").path("labels"))
                .getOrDefault(TYPE, "")
                .equals("cluster");
    }

    private Parameters ofSecret(JsonNode secret) {
        var parameters = Parameters.empty();
        var name = data(secret, "name");
        parameters.put("name", name);
        parameters.put("nameNormalized", Slug.normalized(name));
        parameters.put("server", data(secret, "server"));
        parameters.put("project", data(secret, "project"));
        var annotations = texts(secret.path("metadata").path("annotations"));
        var labels = texts(secret.path("metadata").path("labels"));
        if (!templating.isGo()) {
            annotations.forEach(
                    (key, value) -> parameters.put("metadata.annotations." + key, value));
            labels.forEach((key, value) -> parameters.put("metadata.labels." + key, value));
            return parameters;
        }
        var metadata = new LinkedHashMap<String, Object>();
        if (!annotations.isEmpty()) {
            metadata.put("annotations", new StringMap(annotations));
        }
        if (!labels.isEmpty()) {
            metadata.put("labels", new StringMap(labels));
        }
        parameters.put("metadata", metadata);
        return parameters;
    }

    private static Parameters local() {
        var parameters = Parameters.empty();
        parameters.put("name", LOCAL_NAME);
        parameters.put("nameNormalized", LOCAL_NAME);
        parameters.put("server", LOCAL);
        parameters.put("project", "");
        return parameters;
    }

    private static String data(JsonNode secret, String name) {
        var plain = secret.path("stringData").path(name);
        if (plain.isTextual()) {
            return plain.textValue();
        }
        var encoded = secret.path("data").path(name).asText("");
        try {
            return new String(Base64.getMimeDecoder().decode(encoded), UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    private static Map<String, String> texts(JsonNode members) {
        var texts = new LinkedHashMap<String, String>();
        members.properties().forEach(one -> texts.put(one.getKey(), one.getValue().asText()));
        return texts;
    }
}
