package io.dabbawala.reconciler.kubernetes;

import io.dabbawala.reconciler.ownership.ManagedFields;
import io.dabbawala.reconciler.plan.ApplyOptions;
import io.dabbawala.reconciler.plan.Manifest;
import io.dabbawala.reconciler.plan.ObjectRef;
import java.util.Optional;

/**
 * Writes what was decided by a look at the object. Controllers write to it in between as they like;
 * whoever wrote in our name was given the application since, and knows better. The resourceVersion
 * makes a write fail that comes after one that is not known here yet.
 */
final class GuardedWrites {

    private static final int TRIES = 5;

    private final Api api;
    private final LiveObjects objects;

    GuardedWrites(Api api, LiveObjects objects) {
        this.api = api;
        this.objects = objects;
    }

    /** Empty if somebody has written in our name since the object was looked at. */
    Optional<Answer> write(ApiKind kind, Manifest manifest, ApplyOptions options) {
        var ref = manifest.ref();
        var answer = Optional.<Answer>empty();
        for (int tries = 0; tries < TRIES; tries++) {
            if (isOvertaken(ref, options)) {
                return Optional.empty();
            }
            var given = new Writes(api).write(kind, manifest, options, objects.versionOf(ref));
            answer = Optional.of(given);
            if (options.since() == null || !isOutdated(given)) {
                return answer;
            }
            renew(kind, ref);
        }
        return answer;
    }

    private boolean isOvertaken(ObjectRef ref, ApplyOptions options) {
        var looked = options.since();
        return looked != null
                && ManagedFields.areOurs(looked)
                && objects.contentOf(ref)
                        .filter(now -> !ManagedFields.areOursTheSame(looked, now))
                        .isPresent();
    }

    private static boolean isOutdated(Answer answer) {
        return answer.code() == Answer.CONFLICT && Refusals.conflicts(answer).isEmpty();
    }

    private void renew(ApiKind kind, ObjectRef ref) {
        var answer = api.get(kind.path(ref));
        if (answer.isSuccess()) {
            objects.seen(answer.tree());
        } else if (answer.code() == Answer.NOT_FOUND) {
            objects.gone(ref, 0);
        }
    }
}
