package io.dabbawala.reconciler.application;

import java.util.List;

/**
 * Fields that are not compared: one entry of {@code spec.ignoreDifferences}.
 *
 * @param group glob
 * @param kind glob
 * @param name empty: any
 * @param namespace empty: any
 * @param jsonPointers RFC 6901
 * @param managedFieldsManagers whose fields are trusted
 */
public record IgnoredDifference(
        String group,
        String kind,
        String name,
        String namespace,
        List<String> jsonPointers,
        List<String> jqPathExpressions,
        List<String> managedFieldsManagers) {

    public IgnoredDifference {
        jsonPointers = List.copyOf(jsonPointers);
        jqPathExpressions = List.copyOf(jqPathExpressions);
        managedFieldsManagers = List.copyOf(managedFieldsManagers);
    }

    static IgnoredDifference of(SpecField entry) {
        return new IgnoredDifference(
                entry.at("group").text(),
                entry.at("kind").text(),
                entry.at("name").text(),
                entry.at("namespace").text(),
                entry.at("jsonPointers").texts(),
                entry.at("jqPathExpressions").texts(),
                entry.at("managedFieldsManagers").texts());
    }
}
