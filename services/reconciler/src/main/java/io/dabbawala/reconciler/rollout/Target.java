package io.dabbawala.reconciler.rollout;

import io.dabbawala.reconciler.application.DesiredState;
import io.dabbawala.reconciler.application.SyncCause;
import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.object.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The target as it was synced last.
 *
 * @param spec as declared
 * @param configs what its pods read, as far as it is there and tracked
 */
record Target(
        DesiredState state,
        String namespace,
        Map<String, Object> spec,
        List<Config> configs,
        Optional<Map<String, Object>> autoscaler) {

    /**
     * @param live how to get the content of an object that the application does not declare
     */
    static Optional<Target> of(
            Canary canary,
            SyncedState synced,
            Function<ObjectRef, Optional<Map<String, Object>>> live) {
        return synced.declared(canary.target())
                .map(declared -> Tree.map(declared, "spec"))
                .map(
                        spec ->
                                new Target(
                                        synced.state(),
                                        canary.target().namespace(),
                                        spec,
                                        configs(canary, spec, ref -> content(synced, live, ref)),
                                        canary.autoscaler()
                                                .flatMap(ref -> content(synced, live, ref))));
    }

    boolean isRollback() {
        return state.cause() == SyncCause.ROLLBACK;
    }

    Release release() {
        return new Release(
                state.delivery(), state.revision(), state.digest(), template(), primarySpec());
    }

    /** A change of tracked configuration is a change of the template. */
    private String template() {
        var template = Tree.map(spec, "template");
        if (configs.isEmpty()) {
            return Json.digest(Json.write(template));
        }
        var digests = new TreeMap<String, String>();
        configs.forEach(config -> digests.put(config.ref().toString(), config.digest()));
        return Json.digest(Json.write(Map.of("template", template, "configs", digests)));
    }

    private Map<String, Object> primarySpec() {
        var tracked = configs.stream().map(Config::ref).toList();
        var pod =
                new ConfigReferences(namespace)
                        .renamed(
                                Tree.map(spec, "template", "spec"),
                                ref -> tracked.contains(ref) ? Config.copyOf(ref) : ref);
        var template = new LinkedHashMap<>(Tree.map(spec, "template"));
        template.put("spec", pod);
        var primary = new LinkedHashMap<>(spec);
        primary.put("template", template);
        primary.remove("paused");
        return primary;
    }

    private static List<Config> configs(
            Canary canary,
            Map<String, Object> spec,
            Function<ObjectRef, Optional<Map<String, Object>>> content) {
        var references = new ConfigReferences(canary.target().namespace());
        return references.in(Tree.map(spec, "template", "spec")).stream()
                .flatMap(ref -> config(ref, content))
                .filter(Config::isTracked)
                .toList();
    }

    private static Stream<Config> config(
            ObjectRef ref, Function<ObjectRef, Optional<Map<String, Object>>> content) {
        return content.apply(ref).map(found -> new Config(ref, found)).stream();
    }

    private static Optional<Map<String, Object>> content(
            SyncedState synced,
            Function<ObjectRef, Optional<Map<String, Object>>> live,
            ObjectRef ref) {
        return synced.declared(ref).or(() -> live.apply(ref));
    }
}
