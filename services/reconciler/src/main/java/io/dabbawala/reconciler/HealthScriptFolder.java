package io.dabbawala.reconciler;

import io.dabbawala.reconciler.health.script.HealthScripts;
import io.dabbawala.reconciler.health.script.LuaScript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Scripts as Argo CD keeps its own: {@code GROUP/KIND/health.lua}, {@code KIND/health.lua} for the
 * core group. Each is read when it is first needed, and never again.
 */
public final class HealthScriptFolder implements HealthScripts {

    private static final String FILE = "health.lua";
    private static final String WILDCARD = "_"; // no name of Kubernetes' own has one

    private final Path folder;
    private final Map<String, Optional<LuaScript>> read = new ConcurrentHashMap<>();
    private final Map<String, List<String>> wildcards = new ConcurrentHashMap<>();

    public HealthScriptFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<LuaScript> in(String path) {
        return read.computeIfAbsent(path, this::script);
    }

    @Override
    public List<String> wildcards(String group) {
        return wildcards.computeIfAbsent(group, this::withWildcard);
    }

    private Optional<LuaScript> script(String path) {
        try {
            return Optional.of(LuaScript.of(Files.readString(folder.resolve(path, FILE))));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("script %s/%s".formatted(path, FILE), e);
        }
    }

    private List<String> withWildcard(String group) {
        var found = new ArrayList<String>();
        for (var name : names("")) {
            if (name.contains(WILDCARD)) {
                found.add(name);
                names(name).forEach(kind -> found.add(name + "/" + kind));
            }
        }
        if (!group.isEmpty()) {
            names(group).stream()
                    .filter(kind -> kind.contains(WILDCARD))
                    .forEach(kind -> found.add(group + "/" + kind));
        }
        return found.stream().filter(path -> Files.exists(folder.resolve(path, FILE))).toList();
    }

    private List<String> names(String path) {
        try (var within = Files.list(folder.resolve(path))) {
            return within.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (NoSuchFileException | NotDirectoryException _) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("scripts in " + folder.resolve(path), e);
        }
    }
}
