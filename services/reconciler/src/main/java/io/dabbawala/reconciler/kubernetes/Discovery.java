package io.dabbawala.reconciler.kubernetes;

import io.dabbawala.reconciler.plan.KindScopes;
import io.dabbawala.reconciler.plan.ObjectRef;
import io.dabbawala.reconciler.plan.Tree;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Which kinds the API server serves, and how. A kind that is not there is asked for again. */
final class Discovery implements KindScopes {

    private final Api api;
    private final Map<String, Map<String, ApiKind>> known = new ConcurrentHashMap<>();

    Discovery(Api api) {
        this.api = api;
    }

    Optional<ApiKind> kindOf(ObjectRef ref) {
        var there = known.getOrDefault(ref.apiVersion(), Map.of()).get(ref.kind());
        return there != null ? Optional.of(there) : Optional.ofNullable(asked(ref));
    }

    @Override
    public Scope scopeOf(ObjectRef ref) {
        return kindOf(ref)
                .map(kind -> kind.isNamespaced() ? Scope.NAMESPACED : Scope.CLUSTER)
                .orElse(Scope.UNKNOWN);
    }

    @SuppressWarnings("NullAway") // a map answers null for what it does not hold
    private ApiKind asked(ObjectRef ref) {
        var path = (ref.group().isEmpty() ? "/api/" : "/apis/") + ref.apiVersion();
        var answer = api.get(path);
        if (answer.isSuccess()) {
            known.put(ref.apiVersion(), kinds(answer, ref));
        }
        return known.getOrDefault(ref.apiVersion(), Map.of()).get(ref.kind());
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
