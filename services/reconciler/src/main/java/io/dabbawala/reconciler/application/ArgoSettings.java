package io.dabbawala.reconciler.application;

import io.dabbawala.reconciler.application.Tracking.Method;
import io.dabbawala.reconciler.diff.NotCompared;
import io.dabbawala.reconciler.ignore.WatchedKinds;
import io.dabbawala.reconciler.knowntype.KnownFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What an Argo CD says of all its applications in its ConfigMap {@code argocd-cm}, as far as it
 * matters here: how it tracks, what it compares in no application, which fields of others hold
 * types of Kubernetes, and which kinds it looks at (Argo CD docs/operator-manual/argocd-cm.yaml).
 */
public record ArgoSettings(
        Tracking tracking,
        List<IgnoredDifference> ignoreDifferences,
        NotCompared notCompared,
        KnownFields knownFields,
        WatchedKinds watched) {

    /** There was none here. */
    public static final ArgoSettings NONE =
            new ArgoSettings(
                    Tracking.BY_ANNOTATION,
                    List.of(),
                    NotCompared.STATUS_AND_AGGREGATED_RULES,
                    KnownFields.UNSAID,
                    WatchedKinds.ALL);

    /** There is one, and nobody configured it. */
    public static final ArgoSettings UNSAID =
            new ArgoSettings(
                    Tracking.BY_ANNOTATION,
                    List.of(),
                    NotCompared.STATUS,
                    KnownFields.UNSAID,
                    WatchedKinds.UNSAID);

    private static final String CUSTOMIZATIONS = "resource.customizations";
    private static final String IGNORED = CUSTOMIZATIONS + ".ignoreDifferences.";
    private static final String KNOWN = CUSTOMIZATIONS + ".knownTypeFields.";

    public ArgoSettings {
        ignoreDifferences = List.copyOf(ignoreDifferences);
    }

    /**
     * @param configMap the ConfigMap as a tree
     * @param yaml reads those of its values that are YAML
     * @throws IllegalArgumentException if a value cannot be read; it is named
     */
    public static ArgoSettings of(Object configMap, Function<String, Object> yaml) {
        var data = new SpecField("argocd-cm", configMap).at("data");
        var ignored = new ArrayList<IgnoredDifference>();
        for (var key : data.object().keySet()) {
            if (key.startsWith(IGNORED)) {
                ignored.add(ignored(key.substring(IGNORED.length()), yamlAt(data, key, yaml)));
            }
        }
        var older = yamlAt(data, CUSTOMIZATIONS, yaml);
        for (var kind : older.object().keySet()) {
            var entry = older.at(kind);
            if (!entry.at("ignoreDifferences").isAbsent()) {
                ignored.add(ignored(kind, yamlAt(entry, "ignoreDifferences", yaml)));
            }
        }
        return new ArgoSettings(
                tracking(data),
                ignored,
                NotCompared.of(yamlAt(data, "resource.compareoptions", yaml)),
                knownFields(data, yaml),
                WatchedKinds.of(
                        yamlAt(data, "resource.exclusions", yaml),
                        yamlAt(data, "resource.inclusions", yaml)));
    }

    /**
     * What they say of one cluster.
     *
     * @param addresses how a destination may write it
     */
    public ArgoSettings of(Set<String> addresses) {
        return watching(watched.of(addresses));
    }

    /** The same but for the kinds. */
    public ArgoSettings watching(WatchedKinds kinds) {
        return new ArgoSettings(tracking, ignoreDifferences, notCompared, knownFields, kinds);
    }

    /** The newer way counts where both name a kind. */
    private static KnownFields knownFields(SpecField data, Function<String, Object> yaml) {
        var known = new LinkedHashMap<String, SpecField>();
        var older = yamlAt(data, CUSTOMIZATIONS, yaml);
        for (var kind : older.object().keySet()) {
            known.put(kind, older.at(kind).at("knownTypeFields"));
        }
        for (var key : data.object().keySet()) {
            if (key.startsWith(KNOWN)) {
                var kind = key.substring(KNOWN.length()).replace('_', '/');
                known.put(kind, yamlAt(data, key, yaml));
            }
        }
        return KnownFields.of(known);
    }

    private static Tracking tracking(SpecField data) {
        var method = data.at("application.resourceTrackingMethod").text("annotation");
        return new Tracking(
                switch (method) {
                    case "annotation" -> Method.ANNOTATION;
                    case "label" -> Method.LABEL;
                    case "annotation+label" -> Method.ANNOTATION_AND_LABEL;
                    default ->
                            throw new IllegalArgumentException(
                                    "argocd-cm: there is no tracking method " + method);
                },
                data.at("application.instanceLabelKey").text(Tracking.INSTANCE),
                data.at("installationID").text());
    }

    /**
     * @param kind {@code group_Kind} or {@code group/Kind}, with globs; {@code Kind} of the core
     *     group; {@code all}
     */
    private static IgnoredDifference ignored(String kind, SpecField what) {
        int end = Math.max(kind.lastIndexOf('_'), kind.lastIndexOf('/'));
        var isAll = kind.equals("all");
        return new IgnoredDifference(
                isAll ? "*" : kind.substring(0, Math.max(0, end)),
                isAll ? "*" : kind.substring(end + 1),
                "",
                "",
                what.at("jsonPointers").texts(),
                what.at("jqPathExpressions").texts(),
                what.at("managedFieldsManagers").texts());
    }

    private static SpecField yamlAt(SpecField of, String key, Function<String, Object> yaml) {
        var field = of.at(key);
        return field.text().isBlank()
                ? new SpecField(field.path(), null)
                : new SpecField(field.path(), yaml.apply(field.text()));
    }
}
