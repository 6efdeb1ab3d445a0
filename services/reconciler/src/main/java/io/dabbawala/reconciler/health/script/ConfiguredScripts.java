package io.dabbawala.reconciler.health.script;

import io.dabbawala.reconciler.application.SpecField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The scripts in an Argo CD's ConfigMap {@code argocd-cm}: {@code
 * resource.customizations.health.GROUP_KIND}, and the older {@code resource.customizations}, whose
 * keys {@code GROUP/KIND} may have a {@code *}; the newer wins. {@code useOpenLibs} changes
 * nothing: every script has strings and mathematics, and none has files.
 */
public final class ConfiguredScripts implements HealthScripts {

    private static final String CUSTOMIZATIONS = "resource.customizations";
    private static final String HEALTH = CUSTOMIZATIONS + ".health.";
    private static final String WILDCARD = "_";

    private final Map<String, LuaScript> scripts;

    private ConfiguredScripts(Map<String, LuaScript> scripts) {
        this.scripts = Map.copyOf(scripts);
    }

    /**
     * @param configMap the ConfigMap as a tree
     * @param yaml reads those of its values that are YAML
     * @throws IllegalArgumentException if a value cannot be read; it is named
     */
    public static ConfiguredScripts of(Object configMap, Function<String, Object> yaml) {
        var data = new SpecField("argocd-cm", configMap).at("data");
        var scripts = new LinkedHashMap<String, LuaScript>();
        var block = data.at(CUSTOMIZATIONS);
        var older =
                new SpecField(
                        block.path(), block.text().isBlank() ? null : yaml.apply(block.text()));
        for (var kind : older.object().keySet()) {
            put(kind.replace("*", WILDCARD), older.at(kind).at("health.lua"), scripts);
        }
        for (var key : data.object().keySet()) {
            if (key.startsWith(HEALTH)) {
                put(folder(key.substring(HEALTH.length())), data.at(key), scripts);
            }
        }
        return new ConfiguredScripts(scripts);
    }

    private static void put(String folder, SpecField script, Map<String, LuaScript> scripts) {
        if (!script.text().isBlank()) {
            scripts.put(folder, LuaScript.of(script.text()));
        }
    }

    /** {@code GROUP_KIND}, or {@code KIND} of the core group. */
    private static String folder(String kind) {
        int end = kind.lastIndexOf('_');
        return end < 0 ? kind : kind.substring(0, end) + "/" + kind.substring(end + 1);
    }

    @Override
    public Optional<LuaScript> in(String folder) {
        return Optional.ofNullable(scripts.get(folder));
    }

    @Override
    public List<String> wildcards(String group) {
        return scripts.keySet().stream().filter(folder -> folder.contains(WILDCARD)).toList();
    }
}
