package io.dabbawala.gitwatcher.source;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.render.CanonicalJson;
import java.util.Map;

/**
 * The parameters a file in its folder may give a source: those of its tool. Where the source is
 * (repoURL, path, chart, targetRevision, ref) only the application says.
 */
final class SourceForm {

    static final ParameterForm.Members WHOLE =
            members(
                    CanonicalJson.parse(
                            """
                            {
                             "helm": {
                              "releaseName": "TEXT", "namespace": "TEXT", "version": "TEXT",
                              "kubeVersion": "TEXT", "apiVersions": ["TEXT"],
                              "valueFiles": ["TEXT"], "values": "TEXT", "valuesObject": {},
                              "parameters":
                               [{"name": "TEXT", "value": "TEXT", "forceString": "FLAG"}],
                              "fileParameters": [{"name": "TEXT", "path": "TEXT"}],
                              "ignoreMissingValueFiles": "FLAG", "passCredentials": "FLAG",
                              "skipCrds": "FLAG", "skipTests": "FLAG",
                              "skipSchemaValidation": "FLAG"
                             },
                             "kustomize": {
                              "namePrefix": "TEXT", "nameSuffix": "TEXT", "namespace": "TEXT",
                              "version": "TEXT", "kubeVersion": "TEXT", "apiVersions": ["TEXT"],
                              "images": ["TEXT"], "replicas": [{"name": "TEXT", "count": "COUNT"}],
                              "commonLabels": {"*": "TEXT"}, "commonAnnotations": {"*": "TEXT"},
                              "forceCommonLabels": "FLAG", "forceCommonAnnotations": "FLAG",
                              "commonAnnotationsEnvsubst": "FLAG", "labelWithoutSelector": "FLAG",
                              "labelIncludeTemplates": "FLAG", "components": ["TEXT"],
                              "ignoreMissingComponents": "FLAG",
                              "patches": [{
                               "path": "TEXT", "patch": "TEXT", "options": {"*": "FLAG"},
                               "target": {
                                "group": "TEXT", "version": "TEXT", "kind": "TEXT",
                                "name": "TEXT", "namespace": "TEXT",
                                "labelSelector": "TEXT", "annotationSelector": "TEXT"
                               }
                              }]
                             },
                             "directory": {
                              "recurse": "FLAG", "include": "TEXT", "exclude": "TEXT",
                              "jsonnet": {}
                             },
                             "plugin": {}
                            }
                            """));

    private static ParameterForm of(JsonNode table) {
        if (table.isTextual()) {
            return ParameterForm.Scalar.valueOf(table.asText());
        }
        if (table.isArray()) {
            return new ParameterForm.Items(of(table.path(0)));
        }
        if (table.has("*")) {
            return new ParameterForm.Pairs(of(table.path("*")));
        }
        return table.isEmpty() ? new ParameterForm.Values() : members(table);
    }

    private static ParameterForm.Members members(JsonNode table) {
        return new ParameterForm.Members(
                table.propertyStream()
                        .collect(toMap(Map.Entry::getKey, one -> of(one.getValue()))));
    }

    private SourceForm() {}
}
