package io.dabbawala.reconciler.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dabbawala.reconciler.object.ObjectRef;
import java.net.URLEncoder;

/** A kind as the API server serves it. */
record ApiKind(String group, String version, String kind, String plural, boolean isNamespaced) {

    /** The path of all its objects in all namespaces. */
    String path() {
        return prefix() + "/" + plural;
    }

    String path(ObjectRef ref) {
        return collection(ref) + "/" + encoded(ref.name());
    }

    /** The path of all objects where this one is, or will be. */
    String collection(ObjectRef ref) {
        var place = isNamespaced ? prefix() + "/namespaces/" + encoded(ref.namespace()) : prefix();
        return place + "/" + plural;
    }

    private String prefix() {
        return group.isEmpty() ? "/api/" + version : "/apis/" + group + "/" + version;
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, UTF_8).replace("+", "%20");
    }
}
