package io.dabbawala.reconciler.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dabbawala.reconciler.plan.ApplyOptions;
import io.dabbawala.reconciler.plan.Json;
import io.dabbawala.reconciler.plan.Manifest;
import io.dabbawala.reconciler.plan.Tree;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Optional;

/** The requests that bring an object about, by the way it is to be applied. */
final class Writes {

    private static final String UNKNOWN_FIELD = "failed to create typed patch object";

    private final Api api;

    Writes(Api api) {
        this.api = api;
    }

    /**
     * @param versionBefore of the object as it is known; empty if none is known
     */
    Answer write(
            ApiKind kind, Manifest manifest, ApplyOptions options, Optional<String> versionBefore) {
        var guarded =
                options.since() == null
                        ? manifest
                        : versionBefore.map(version -> asOf(version, manifest)).orElse(manifest);
        return switch (options.way()) {
            case SERVER_SIDE -> apply(kind, guarded, options);
            case LENIENT -> leniently(kind, guarded, options);
            case REPLACE -> replace(kind, manifest, options, versionBefore);
        };
    }

    private Answer apply(ApiKind kind, Manifest manifest, ApplyOptions options) {
        var query = query(options) + "&force=" + options.force();
        return api.apply(kind.path(manifest.ref()) + query, Json.bytes(manifest.content()));
    }

    /** Server-side apply knows no field that its schema does not: then the object is merged. */
    private Answer leniently(ApiKind kind, Manifest manifest, ApplyOptions options) {
        var applied = apply(kind, manifest, options);
        if (applied.isSuccess() || !applied.message().contains(UNKNOWN_FIELD)) {
            return applied;
        }
        var query = query(options) + "&fieldValidation=Ignore";
        var body = Json.bytes(manifest.content());
        var merged = api.merge(kind.path(manifest.ref()) + query, body);
        return merged.code() == Answer.NOT_FOUND
                ? api.create(kind.collection(manifest.ref()) + query, body)
                : merged;
    }

    private Answer replace(
            ApiKind kind, Manifest manifest, ApplyOptions options, Optional<String> versionBefore) {
        if (versionBefore.isEmpty()) {
            return api.create(
                    kind.collection(manifest.ref()) + query(options),
                    Json.bytes(manifest.content()));
        }
        return api.replace(
                kind.path(manifest.ref()) + query(options),
                Json.bytes(asOf(versionBefore.get(), manifest).content()));
    }

    /** Only if nobody changed the object since. */
    private static Manifest asOf(String version, Manifest manifest) {
        var metadata = new LinkedHashMap<>(Tree.map(manifest.content(), "metadata"));
        metadata.put("resourceVersion", version);
        var content = new LinkedHashMap<>(manifest.content());
        content.put("metadata", metadata);
        return new Manifest(manifest.ref(), content);
    }

    private static String query(ApplyOptions options) {
        return "?fieldManager=%s%s"
                .formatted(
                        URLEncoder.encode(options.fieldManager(), UTF_8),
                        options.dryRun() ? "&dryRun=All" : "");
    }
}
