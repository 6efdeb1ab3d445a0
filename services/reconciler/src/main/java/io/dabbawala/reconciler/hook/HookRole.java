package io.dabbawala.reconciler.hook;

import io.dabbawala.reconciler.object.Tree;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a declared object is to a sync, by its annotations. */
public sealed interface HookRole {

    /** It is a part of the state. */
    record Plain() implements HookRole {}

    /** It is neither applied nor compared, and no part of health. */
    record LeftAlone(String reason) implements HookRole {}

    /** It runs in each of these phases. */
    record Hook(Set<Phase> phases) implements HookRole {

        public Hook {
            phases = Set.copyOf(phases);
        }

        /** The phases of a sync it runs in, in order. */
        public Stream<Phase> ofSync() {
            return phases.stream().filter(phase -> !phase.isOfDeletion()).sorted();
        }
    }

    String ARGO = "argocd.argoproj.io/hook";
    String HELM = "helm.sh/hook";

    /**
     * Words of Argo CD win over those of Helm; unknown ones are dropped. {@code Skip} counts only
     * alone. Hooks of a deletion are found in either annotation, also where both are.
     */
    static HookRole of(Map<String, Object> content) {
        var deletion = ofDeletion(content);
        var role = ofSync(content);
        if (deletion.isEmpty()) {
            return role;
        }
        return new Hook(
                role instanceof Hook(var phases)
                        ? Stream.concat(phases.stream(), deletion.stream())
                                .collect(Collectors.toSet())
                        : deletion);
    }

    private static HookRole ofSync(Map<String, Object> content) {
        var words = Words.of(content, ARGO);
        var phases = EnumSet.noneOf(Phase.class);
        words.stream()
                .flatMap(word -> Phase.of(word).stream())
                .filter(phase -> !phase.isOfDeletion())
                .forEach(phases::add);
        if (phases.isEmpty() && words.contains("Skip")) {
            return new LeftAlone("ignored (hook: Skip)");
        }
        if (phases.isEmpty()) {
            Words.of(content, HELM).forEach(word -> ofHelm(word, phases));
        }
        if (!phases.isEmpty()) {
            return new Hook(phases);
        }
        return isAnnotated(content)
                ? new LeftAlone("ignored (a hook of no phase of a sync)")
                : new Plain();
    }

    private static void ofHelm(String word, Set<Phase> phases) {
        switch (word) {
            case "pre-install", "pre-upgrade" -> phases.add(Phase.PRE_SYNC);
            case "post-install", "post-upgrade" -> phases.add(Phase.POST_SYNC);
            default -> {} // of a rollback, a test, a deletion, or unknown
        }
    }

    private static Set<Phase> ofDeletion(Map<String, Object> content) {
        var argo = Words.of(content, ARGO);
        var helm = Words.of(content, HELM);
        var phases = EnumSet.noneOf(Phase.class);
        if (argo.contains("PreDelete") || helm.contains("pre-delete")) {
            phases.add(Phase.PRE_DELETE);
        }
        if (argo.contains("PostDelete") || helm.contains("post-delete")) {
            phases.add(Phase.POST_DELETE);
        }
        return phases;
    }

    /** Helm marks a definition of a kind as a hook, which it is not. */
    private static boolean isAnnotated(Map<String, Object> content) {
        var annotations = Tree.map(content, "metadata", "annotations");
        return Tree.at(annotations, ARGO).isPresent()
                || Tree.at(annotations, HELM).isPresent()
                        && !Tree.text(annotations, HELM).equals("crd-install");
    }
}
