package io.dabbawala.reconciler.health.script;

import java.util.List;
import java.util.Optional;

/** Where scripts are kept, by the path of their folder: {@code apps/Deployment}, {@code Pod}. */
public interface HealthScripts {

    /** The script of exactly this folder. */
    Optional<LuaScript> in(String folder);

    /** Folders with a wildcard that hold a script and may be for kinds of this group. */
    List<String> wildcards(String group);
}
