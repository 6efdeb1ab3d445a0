package io.dabbawala.gitwatcher.render;

import java.util.Set;

/** Where two revisions of a tree differ. */
public final class Changes {

    /** One of them is not there. */
    public static final Changes EVERYWHERE = new Changes(Set.of(), true);

    private final Set<String> paths;
    private final boolean isEverywhere;

    private Changes(Set<String> paths, boolean isEverywhere) {
        this.paths = paths;
        this.isEverywhere = isEverywhere;
    }

    /**
     * @param paths every file that differs and every folder above it, the root empty
     */
    public static Changes at(Set<String> paths) {
        return new Changes(Set.copyOf(paths), false);
    }

    /** Whether the file differs, or anything below the folder. */
    public boolean touch(String path) {
        return isEverywhere || paths.contains(path);
    }
}
