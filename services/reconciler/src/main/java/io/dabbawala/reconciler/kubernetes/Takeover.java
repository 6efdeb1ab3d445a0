package io.dabbawala.reconciler.kubernetes;

import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.ownership.Adoption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Before an object is applied for the first time, what Argo CD, Flux or kubectl applied of it
 * becomes ours. Only managedFields are written: the object's generation stays, and no pod restarts.
 */
final class Takeover {

    private static final int TRIES = 3;

    private final Api api;
    private final LiveObjects objects;

    Takeover(Api api, LiveObjects objects) {
        this.api = api;
        this.objects = objects;
    }

    /** Empty if all is ours or nobody's now; else the answer that says why not. */
    Optional<Answer> of(ApiKind kind, ObjectRef ref, Adoption adoption) {
        var refusal = Optional.<Answer>empty();
        for (int tries = 0; tries < TRIES && isDue(ref, adoption); tries++) {
            refusal = once(kind.path(ref), adoption).filter(answer -> !answer.isSuccess());
            if (refusal.isEmpty() || refusal.get().code() != Answer.CONFLICT) {
                return refusal;
            }
        }
        return refusal;
    }

    boolean isDue(ObjectRef ref, Adoption adoption) {
        return objects.contentOf(ref).filter(adoption::isDue).isPresent();
    }

    /** What is held is without some of the managers, so the object is read. */
    private Optional<Answer> once(String path, Adoption adoption) {
        var found = api.get(path);
        if (!found.isSuccess()) {
            return Optional.of(found).filter(answer -> answer.code() != Answer.NOT_FOUND);
        }
        var live = LiveObject.of(found.tree());
        return adoption.of(live)
                .map(
                        fields -> {
                            var answer = api.patch(path, Json.bytes(patch(live, fields)));
                            if (answer.isSuccess()) {
                                objects.seen(answer.tree());
                            }
                            return answer;
                        });
    }

    /** The resourceVersion makes it a conflict if anybody wrote in between. */
    private static List<Object> patch(LiveObject live, List<Object> fields) {
        return List.of(
                set("/metadata/managedFields", fields),
                set("/metadata/resourceVersion", live.resourceVersion()));
    }

    private static Map<String, Object> set(String path, Object value) {
        return Map.of("op", "add", "path", path, "value", value);
    }
}
