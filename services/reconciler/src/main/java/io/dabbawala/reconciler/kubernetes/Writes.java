package io.dabbawala.reconciler.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dabbawala.reconciler.cluster.ApplyOptions;
import io.dabbawala.reconciler.cluster.Precondition;
import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.object.Manifest;
import java.net.URLEncoder;
import java.util.Optional;

/** The requests that bring an object about, by the way it is to be applied. */
final class Writes {

    private static final String UNKNOWN_FIELD = "failed to create typed patch object";

    private final Api api;

    Writes(Api api) {
        this.api = api;
    }

    /**
     * @param before the object as it is known; empty if none is known
     */
    Answer write(ApiKind kind, Manifest manifest, ApplyOptions options, Optional<Stamp> before) {
        return switch (options.way()) {
            case SERVER_SIDE -> apply(kind, guarded(manifest, options, before), options);
            case LENIENT -> leniently(kind, manifest, options, before);
            case REPLACE -> replace(kind, manifest, options, before);
        };
    }

    private static Manifest guarded(
            Manifest manifest, ApplyOptions options, Optional<Stamp> before) {
        return options.precondition() instanceof Precondition.None
                ? manifest
                : before.orElse(Stamp.NOT_THERE).on(manifest);
    }

    private Answer apply(ApiKind kind, Manifest manifest, ApplyOptions options) {
        var query = query(options) + "&force=" + options.force();
        return api.apply(kind.path(manifest.ref()) + query, Json.bytes(manifest.content()));
    }

    /** Server-side apply knows no field that its schema does not: then the object is merged. */
    private Answer leniently(
            ApiKind kind, Manifest manifest, ApplyOptions options, Optional<Stamp> before) {
        var guarded = guarded(manifest, options, before);
        var applied = apply(kind, guarded, options);
        if (applied.isSuccess() || !applied.message().contains(UNKNOWN_FIELD)) {
            return applied;
        }
        var query = query(options) + "&fieldValidation=Ignore";
        var merged = api.merge(kind.path(manifest.ref()) + query, Json.bytes(guarded.content()));
        return merged.code() == Answer.NOT_FOUND && mayCreate(options)
                ? api.create(
                        kind.collection(manifest.ref()) + query, Json.bytes(manifest.content()))
                : merged;
    }

    private static boolean mayCreate(ApplyOptions options) {
        return !(options.precondition() instanceof Precondition.Since);
    }

    private Answer replace(
            ApiKind kind, Manifest manifest, ApplyOptions options, Optional<Stamp> before) {
        if (before.isEmpty()) {
            return api.create(
                    kind.collection(manifest.ref()) + query(options),
                    Json.bytes(manifest.content()));
        }
        return api.replace(
                kind.path(manifest.ref()) + query(options),
                Json.bytes(before.get().on(manifest).content()));
    }

    private static String query(ApplyOptions options) {
        return "?fieldManager=%s%s"
                .formatted(
                        URLEncoder.encode(options.fieldManager(), UTF_8),
                        options.dryRun() ? "&dryRun=All" : "");
    }
}
