package io.dabbawala.reconciler.diff;

import io.dabbawala.reconciler.application.IgnoredDifference;
import io.dabbawala.reconciler.ignore.IgnoreRules;
import io.dabbawala.reconciler.knowntype.KnownFields;
import io.dabbawala.reconciler.object.FieldChange;
import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.object.Tree;
import io.dabbawala.reconciler.ownership.Deliverers;
import io.dabbawala.reconciler.plan.Fixtures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words for two sides of an object. JSON is written with single quotes. */
public final class Objects {

    public static final Comparison COMPARED =
            new Comparison(IgnoreRules.NONE, NotCompared.STATUS, KnownFields.UNSAID);

    /** An object of this kind, {@code apps/v1/Deployment}, with these members. */
    public static Map<String, Object> of(String kind, String members) {
        int last = kind.lastIndexOf('/');
        var content = new LinkedHashMap<>(Fixtures.object(members));
        content.put("apiVersion", kind.substring(0, last));
        content.put("kind", kind.substring(last + 1));
        var metadata = new LinkedHashMap<>(Tree.map(content, "metadata"));
        metadata.put("name", "web");
        metadata.put("namespace", "shop");
        content.put("metadata", metadata);
        return content;
    }

    /** A Deployment with this pod. */
    public static Map<String, Object> pod(String spec) {
        return of("apps/v1/Deployment", "{'spec':{'template':{'spec':%s}}}".formatted(spec));
    }

    public static Map<String, Object> lastApplied(
            Map<String, Object> live, Map<String, Object> applied) {
        return Fixtures.annotated(live, Deliverers.LAST_APPLIED, Json.write(applied));
    }

    public static Map<String, Object> managed(
            Map<String, Object> live, String manager, String operation, String fields) {
        var entries = new ArrayList<>(Tree.list(live, "metadata", "managedFields"));
        entries.add(
                Map.of(
                        "manager",
                        manager,
                        "operation",
                        operation,
                        "time",
                        "2026-11-24T12:0%d:00Z".formatted(entries.size()),
                        "apiVersion",
                        "v1",
                        "fieldsType",
                        "FieldsV1",
                        "fieldsV1",
                        Fixtures.object(fields)));
        var metadata = new LinkedHashMap<>(Tree.map(live, "metadata"));
        metadata.put("managedFields", List.copyOf(entries));
        return Fixtures.with(live, "metadata", metadata);
    }

    public static List<FieldChange> changes(Map<String, Object> desired, Map<String, Object> live) {
        return changes(COMPARED, desired, live);
    }

    public static List<FieldChange> changes(
            Comparison comparison, Map<String, Object> desired, Map<String, Object> live) {
        return comparison.of(Manifest.of(desired), LiveObject.of(live), Set.of());
    }

    public static List<String> pointers(List<FieldChange> changes) {
        return changes.stream().map(FieldChange::pointer).toList();
    }

    public static Comparison ignoring(String... pointers) {
        return ignoring(List.of(pointers), List.of(), List.of());
    }

    public static Comparison ignoring(
            List<String> pointers, List<String> expressions, List<String> managers) {
        var entry = new IgnoredDifference("*", "*", "", "", pointers, expressions, managers);
        return new Comparison(
                IgnoreRules.of(List.of(entry), _ -> {}), NotCompared.STATUS, KnownFields.UNSAID);
    }

    private Objects() {}
}
