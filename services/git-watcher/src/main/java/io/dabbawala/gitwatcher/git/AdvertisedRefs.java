package io.dabbawala.gitwatcher.git;

import io.dabbawala.gitwatcher.watch.Refs;
import java.util.Collection;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Ref;

/** What of a host's refs is watched: branches, tags and HEAD. */
final class AdvertisedRefs {

    /** An annotated tag counts as the commit it names. */
    static Refs of(Collection<Ref> advertised) {
        var byName = new TreeMap<String, String>();
        for (var ref : advertised) {
            var peeled = ref.getPeeledObjectId();
            var id = peeled == null ? ref.getObjectId() : peeled;
            if (isWatched(ref.getName()) && id != null) {
                byName.put(ref.getName(), id.name());
            }
        }
        return new Refs(byName);
    }

    static boolean isWatched(String name) {
        return name.equals(Refs.HEAD)
                || name.startsWith("refs/heads/")
                || name.startsWith("refs/tags/");
    }

    private AdvertisedRefs() {}
}
