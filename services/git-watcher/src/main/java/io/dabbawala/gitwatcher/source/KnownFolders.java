package io.dabbawala.gitwatcher.source;

import io.dabbawala.gitwatcher.render.Changes;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Folders of which was found that a rendering reads nothing else, as of the revision that was
 * looked at last. What a push does not touch stays what it is: so a push among five thousand
 * applications asks the tree for the one it touches. Used by one thread at a time.
 */
public final class KnownFolders {

    private static final int KEPT = 64;

    private record Place(String repository, String targetRevision) {}

    private record Known(String revision, Set<Folder> folders) {}

    /** One that is rendered by the tool; files in it may change that for one application only. */
    public record Folder(String path, Tool tool) {}

    private final Map<Place, Known> known =
            new LinkedHashMap<>(KEPT, 0.75f, true) {

                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Place, Known> eldest) {
                    return size() > KEPT;
                }
            };

    /**
     * Those that are known before and untouched since, to be added to; none if what is known is of
     * another revision: somebody else looked meanwhile, or nobody did yet.
     */
    public Set<Folder> untouched(
            String repository,
            String targetRevision,
            String before,
            String after,
            Changes changes) {
        var place = new Place(repository, targetRevision);
        var last = known.get(place);
        var folders =
                last != null && last.revision().equals(before)
                        ? last.folders()
                        : new HashSet<Folder>();
        folders.removeIf(folder -> changes.touch(folder.path()));
        known.put(place, new Known(after, folders));
        return folders;
    }
}
