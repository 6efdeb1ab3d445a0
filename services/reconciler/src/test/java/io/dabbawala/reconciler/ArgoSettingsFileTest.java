package io.dabbawala.reconciler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dabbawala.reconciler.application.ArgoSettings;
import io.dabbawala.reconciler.application.IgnoredDifference;
import io.dabbawala.reconciler.application.Tracking;
import io.dabbawala.reconciler.application.Tracking.Method;
import io.dabbawala.reconciler.diff.NotCompared;
import io.dabbawala.reconciler.health.script.ScriptedHealth;
import io.dabbawala.reconciler.knowntype.KnownFields;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.ObjectRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgoSettingsFileTest {

    private static final String SCRIPTS =
            """
            data:
              resource.customizations.health.cert-manager.io_Certificate: |
                return {status = 'Healthy', message = 'newer'}
              resource.customizations.useOpenLibs.cert-manager.io_Certificate: "true"
              resource.customizations.health.Secret: |
                return {status = 'Healthy', message = string.lower('CORE')}
              resource.customizations.health.apps_Deployment: return nil
              resource.customizations: |
                cert-manager.io/Certificate:
                  health.lua: return {status = 'Healthy', message = 'older'}
                batch/Job:
                  health.lua.useOpenLibs: true
                  health.lua: |
                    return {status = 'Healthy', message = 'older'}
                "*.crossplane.io/*":
                  health.lua: return {status = 'Healthy', message = 'any'}
                apps/StatefulSet:
                  ignoreDifferences: "jsonPointers: [/spec]"
            """;

    @TempDir private Path folder;

    @Test
    void tracking_is_read_as_argo_cd_writes_it() {
        var settings =
                read(
                        """
                        apiVersion: v1
                        kind: ConfigMap
                        metadata: {name: argocd-cm}
                        data:
                          application.instanceLabelKey: example.org/app
                          application.resourceTrackingMethod: annotation+label
                          installationID: pune
                        """);

        assertThat(settings.tracking())
                .isEqualTo(new Tracking(Method.ANNOTATION_AND_LABEL, "example.org/app", "pune"));
        assertThat(settings.ignoreDifferences()).isEmpty();
    }

    @Test
    void a_config_map_that_says_nothing_leaves_the_defaults() {
        assertThat(read("kind: ConfigMap")).isEqualTo(ArgoSettings.UNSAID);
    }

    @Test
    void what_is_ignored_everywhere_is_read_by_kind() {
        var settings =
                read(
                        """
                        data:
                          resource.customizations.ignoreDifferences.all: |
                            managedFieldsManagers: [kube-controller-manager]
                          resource.customizations.ignoreDifferences.apps_Deployment: |
                            jsonPointers: [/spec/replicas]
                            jqPathExpressions: ['.spec.template.spec.initContainers[]']
                          resource.customizations.ignoreDifferences.Secret: "jsonPointers: [/data]"
                          resource.customizations.health.Secret: return nil
                          resource.customizations: |
                            batch/*:
                              ignoreDifferences: |
                                jsonPointers: [/spec/suspend]
                            apps/Deployment:
                              health.lua: return nil
                        """);

        assertThat(settings.ignoreDifferences())
                .containsExactlyInAnyOrder(
                        ignored("*", "*", List.of(), List.of(), List.of("kube-controller-manager")),
                        ignored(
                                "apps",
                                "Deployment",
                                List.of("/spec/replicas"),
                                List.of(".spec.template.spec.initContainers[]"),
                                List.of()),
                        ignored("", "Secret", List.of("/data"), List.of(), List.of()),
                        ignored("batch", "*", List.of("/spec/suspend"), List.of(), List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "cert-manager.io/v1,Certificate,newer",
        "v1,Secret,core",
        "s3.crossplane.io/v1,Bucket,any",
        "batch/v1,Job,older",
        "apps/v1,StatefulSet,folder"
    })
    void health_customisations_come_before_those_of_a_folder_and_the_newer_before_the_older(
            String apiVersion, String kind, String script) throws IOException {
        var settings = Files.writeString(folder.resolve("argocd-cm.yaml"), SCRIPTS);
        for (var one : List.of("apps/Deployment", "apps/StatefulSet", "Secret", "batch/Job")) {
            Files.createDirectories(folder.resolve(one));
            Files.writeString(
                    folder.resolve(one, "health.lua"),
                    "return {status = 'Healthy', message = 'folder'}");
        }
        var rules =
                new ScriptedHealth(
                        List.of(ArgoSettingsFile.scripts(settings), new HealthScriptFolder(folder)),
                        Clock.systemUTC());

        assertThat(rules.assess(one(apiVersion, kind)))
                .hasValueSatisfying(it -> assertThat(it.message()).isEqualTo(script));
        assertThat(rules.assess(one("apps/v1", "Deployment")))
                .as("a script without an opinion leaves it to the kind, not to another script")
                .isEmpty();
        assertThat(rules.assess(one("v1", "Pod"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resource.customizations: '[a]'",
                "resource.customizations: 'apps/Deployment: {health.lua: [a]}'",
                "resource.customizations.health.Pod: {a: b}"
            })
    void health_customisations_that_cannot_be_read_are_named(String line) throws IOException {
        var file = Files.writeString(folder.resolve("argocd-cm.yaml"), "data:\n  " + line);

        assertThatThrownBy(() -> ArgoSettingsFile.scripts(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("argocd-cm.data.resource.customizations");
    }

    private static LiveObject one(String apiVersion, String kind) {
        return LiveObject.of(Map.of("apiVersion", apiVersion, "kind", kind));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ignoreAggregatedRoles: true|true|OF_EVERY_KIND",
                "ignoreAggregatedRoles: false|false|OF_EVERY_KIND",
                "ignoreResourceStatusField: all|false|OF_EVERY_KIND",
                "ignoreResourceStatusField: crd|false|OF_DEFINITIONS",
                "ignoreResourceStatusField: none|false|OF_NONE",
                "ignoreResourceStatusField: false|false|OF_NONE",
                "ignoreDifferencesOnResourceUpdates: false|false|OF_EVERY_KIND"
            })
    void what_is_compared_in_no_object_is_read(
            String options, boolean aggregatedRules, NotCompared.Status status) {
        var settings = read("data:\n  resource.compareoptions: '%s'".formatted(options));

        assertThat(settings.notCompared()).isEqualTo(new NotCompared(aggregatedRules, status));
    }

    @Test
    void kinds_that_are_not_looked_at_are_read() {
        var watched =
                read("""
                                data:
                                  resource.exclusions: |
                                    ### Network
                                    - apiGroups: ['', discovery.k8s.io]
                                      kinds: [Endpoints, EndpointSlice]
                                  resource.inclusions: |
                                    - apiGroups: ['*']
                                      clusters: [https://*.default.svc]
                                """)
                        .of(Set.of("https://kubernetes.default.svc"))
                        .watched();

        assertThat(watched.has(ObjectRef.ofKind("v1/Endpoints"))).isFalse();
        assertThat(watched.has(ObjectRef.ofKind("v1/Service"))).isTrue();
    }

    @Test
    void fields_that_hold_types_of_kubernetes_are_read_and_the_newer_way_counts() {
        var known =
                read("""
                                data:
                                  resource.customizations.knownTypeFields.example.org_Kitchen: |
                                    - {field: spec.oven, type: core/Quantity}
                                  resource.customizations.knownTypeFields.Shelf: |
                                    - field: depth
                                      type: meta/v1/Duration
                                  resource.customizations: |
                                    example.org/Kitchen:
                                      knownTypeFields: [{field: spec.lid, type: core/Quantity}]
                                    example.org/Canteen:
                                      health.lua: return nil
                                      knownTypeFields:
                                      - field: spec.oven
                                        type: core/v1/ResourceList
                                      - field: spec.lid
                                        type: core/v9/Lid
                                """)
                        .knownFields();

        assertThat(asked(known, "example.org/v1", "Kitchen")).isEqualTo("{oven=1, lid=1000m}");
        assertThat(asked(known, "example.org/v1", "Canteen"))
                .as("the oven is no list of amounts, and nobody knows a lid")
                .isEqualTo("{oven=1000m, lid=1000m}");
        assertThat(known.byKind().keySet())
                .containsExactlyInAnyOrder(
                        "example.org/Kitchen",
                        "Shelf",
                        "example.org/Canteen",
                        "argoproj.io/Rollout");
    }

    private static String asked(KnownFields known, String apiVersion, String kind) {
        var spec = new LinkedHashMap<String, Object>();
        spec.put("oven", "1000m");
        spec.put("lid", "1000m");
        var ref = ObjectRef.ofKind(apiVersion + "/" + kind);
        return String.valueOf(known.in(ref, Map.of("spec", spec)).get("spec"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resource.customizations.knownTypeFields.Shelf: '{field: a, type: core/Quantity}'",
                "resource.customizations.knownTypeFields.Shelf: '[{field: 1, type: core/Quantity}]'",
                "resource.customizations: 'Shelf: {knownTypeFields: some}'",
                "application.resourceTrackingMethod: by-heart",
                "application.instanceLabelKey: [a]",
                "resource.customizations.ignoreDifferences.all: nothing",
                "resource.compareoptions: 'ignoreAggregatedRoles: often'",
                "resource.exclusions: 'kinds: [Event]'",
                "resource.exclusions: '[{kinds: Event}]'",
                "resource.inclusions: '[Event]'",
                "resource.compareoptions: 'ignoreResourceStatusField: some'",
                "resource.compareoptions: 'ignoreResourceStatusField: true'",
                "resource.compareoptions: 'ignoreDifferencesOnResourceUpdates: 1'",
                "resource.customizations.ignoreDifferences.all: 'jsonPointers: /spec'"
            })
    void what_cannot_be_read_is_named(String line) {
        assertThatThrownBy(() -> read("data:\n  " + line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("argocd-cm");
    }

    private ArgoSettings read(String yaml) {
        try {
            return ArgoSettingsFile.read(Files.writeString(folder.resolve("argocd-cm.yaml"), yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IgnoredDifference ignored(
            String group,
            String kind,
            List<String> pointers,
            List<String> expressions,
            List<String> managers) {
        return new IgnoredDifference(group, kind, "", "", pointers, expressions, managers);
    }
}
