package io.dabbawala.reconciler.kubernetes;

import io.dabbawala.reconciler.cluster.ApplyOptions;
import io.dabbawala.reconciler.cluster.Precondition;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.ownership.ManagedFields;
import java.util.Optional;

/**
 * Writes what was decided by a look at the object. Controllers write to it in between as they like;
 * whoever wrote in our name was given the application since, and knows better. The resourceVersion
 * makes a write fail that comes after one that is not known here yet, and the uid one that comes
 * after the object is gone.
 */
final class GuardedWrites {

    private static final int TRIES = 5;

    private final Api api;
    private final LiveObjects objects;

    GuardedWrites(Api api, LiveObjects objects) {
        this.api = api;
        this.objects = objects;
    }

    /** Empty if somebody has written in our name since it was decided, or the object is gone. */
    Optional<Answer> write(ApiKind kind, Manifest manifest, ApplyOptions options) {
        var ref = manifest.ref();
        var answer = Optional.<Answer>empty();
        for (int tries = 0; tries < TRIES; tries++) {
            if (isOvertaken(ref, options.precondition())) {
                return Optional.empty();
            }
            var given = new Writes(api).write(kind, manifest, options, objects.stampOf(ref));
            answer = Optional.of(given);
            if (options.precondition() instanceof Precondition.None || !isOutdated(given)) {
                return answer;
            }
            renew(kind, ref);
        }
        return answer;
    }

    private boolean isOvertaken(ObjectRef ref, Precondition precondition) {
        var now = objects.contentOf(ref);
        return switch (precondition) {
            case Precondition.None _ -> false;
            case Precondition.Absent _ -> now.filter(ManagedFields::areOurs).isPresent();
            case Precondition.Since(var looked) ->
                    objects.stampOf(ref).isEmpty()
                            || ManagedFields.areOurs(looked)
                                    && now.filter(one -> !ManagedFields.areOursTheSame(looked, one))
                                            .isPresent();
        };
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
