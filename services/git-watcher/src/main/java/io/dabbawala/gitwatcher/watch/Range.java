package io.dabbawala.gitwatcher.watch;

import java.util.List;

/**
 * What lies between the two ends of a move.
 *
 * @param forced the old end is no ancestor of the new one
 * @param skipped commits between them, newest first
 * @param complete whether {@code changedPaths} names all of them
 */
public record Range(
        boolean forced, List<String> skipped, List<String> changedPaths, boolean complete) {

    public static final Range NOTHING = new Range(false, List.of(), List.of(), true);

    public Range {
        skipped = List.copyOf(skipped);
        changedPaths = List.copyOf(changedPaths);
    }
}
