package io.dabbawala.reconciler.kubernetes;

import io.dabbawala.reconciler.cluster.KindScopes;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.object.Tree;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Which kinds the API server serves, and how. A kind that is not there is asked for again later.
 */
final class Discovery implements KindScopes {

    private static final long PAUSE_NANOS = Duration.ofSeconds(5).toNanos();

    private final Api api;
    private final Map<String, Map<String, ApiKind>> known = new ConcurrentHashMap<>();
    private final Map<String, Long> missedAt = new ConcurrentHashMap<>();

    Discovery(Api api) {
        this.api = api;
    }

    Optional<ApiKind> kindOf(ObjectRef ref) {
        var there = there(ref);
        var missed = missedAt.get(ref.apiVersion() + ref.kind());
        if (there.isPresent() || missed != null && System.nanoTime() - missed < PAUSE_NANOS) {
            return there;
        }
        ask(ref);
        return there(ref);
    }

    /** There may be kinds now that were not there before. */
    void forgetMisses() {
        missedAt.clear();
    }

    @Override
    public Scope scopeOf(ObjectRef ref) {
        return kindOf(ref)
                .map(kind -> kind.isNamespaced() ? Scope.NAMESPACED : Scope.CLUSTER)
                .orElse(Scope.UNKNOWN);
    }

    private Optional<ApiKind> there(ObjectRef ref) {
        return Optional.ofNullable(known.getOrDefault(ref.apiVersion(), Map.of()).get(ref.kind()));
    }

    private void ask(ObjectRef ref) {
        var answer = api.get((ref.group().isEmpty() ? "/api/" : "/apis/") + ref.apiVersion());
        if (answer.isSuccess()) {
            known.put(ref.apiVersion(), kinds(answer, ref));
        }
        if (there(ref).isEmpty()) {
            missedAt.put(ref.apiVersion() + ref.kind(), System.nanoTime());
        }
    }

    private static Map<String, ApiKind> kinds(Answer answer, ObjectRef ref) {
        return Tree.list(answer.tree(), "resources").stream()
                .filter(one -> !Tree.text(one, "name").contains("/"))
                .map(
                        one ->
                                new ApiKind(
                                        ref.group(),
                                        ref.version(),
                                        Tree.text(one, "kind"),
                                        Tree.text(one, "name"),
                                        Tree.flag(one, "namespaced")))
                .collect(Collectors.toMap(ApiKind::kind, kind -> kind, (first, _) -> first));
    }
}
