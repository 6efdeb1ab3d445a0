package io.dabbawala.reconciler.kubernetes;

import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.object.Tree;
import java.util.LinkedHashMap;

/**
 * What tells one state of an object from every other. An apply that carries it is a conflict if the
 * object is in another one.
 *
 * @param uid empty: of an object that is not there
 */
record Stamp(String uid, String version) {

    /**
     * The first revision of a store is no object's, so an apply that carries it creates or is a
     * conflict: an apply that names no version would change what is there.
     */
    static final Stamp NOT_THERE = new Stamp("", "1");

    Manifest on(Manifest manifest) {
        var metadata = new LinkedHashMap<>(Tree.map(manifest.content(), "metadata"));
        metadata.put("resourceVersion", version);
        if (!uid.isEmpty()) {
            metadata.put("uid", uid);
        }
        var content = new LinkedHashMap<>(manifest.content());
        content.put("metadata", metadata);
        return new Manifest(manifest.ref(), content);
    }
}
