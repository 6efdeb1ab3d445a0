package io.dabbawala.gitwatcher.declare;

import io.dabbawala.gitwatcher.declare.application.Declaration;
import io.dabbawala.gitwatcher.declare.application.DesiredState;
import io.dabbawala.gitwatcher.declare.application.Rollback;
import io.dabbawala.gitwatcher.declare.ledger.DeliveryIds;
import io.dabbawala.gitwatcher.declare.ledger.Draft;
import io.dabbawala.gitwatcher.declare.ledger.Occasion;
import io.dabbawala.gitwatcher.declare.repository.SourceProblem;
import io.dabbawala.gitwatcher.render.Manifest;
import io.dabbawala.gitwatcher.render.Problem;
import io.dabbawala.gitwatcher.render.Rendering.Failed;
import io.dabbawala.gitwatcher.render.Rendering.Rendered;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/** What one application should be, given the revision its source is at. */
public final class Desiring {

    private final DeliveryIds ids;

    public Desiring(DeliveryIds ids) {
        this.ids = ids;
    }

    /**
     * A commit brought the source to this revision; {@code previous} is where it was seen before.
     */
    void commit(Step step, String previous, Draft draft, Occasion occasion) {
        var last = lastOf(step, draft, occasion);
        switch (step.render()) {
            case Failed(var problem) -> fail(step, problem, draft, occasion);
            case Rendered rendered when isHeldBack(step, rendered, last) -> {
                if (!stands(last, last.digest(), step, draft)) {
                    deliver(last.again(step.target()), draft, occasion);
                }
            }
            case Rendered rendered -> {
                declare(step, rendered, previous, draft);
                if (!stands(last, rendered.digest(), step, draft)) {
                    deliver(
                            last.followedBy(
                                    step.repository(), step.revisions(), rendered, step.target()),
                            draft,
                            occasion);
                }
            }
        }
    }

    /** Whether that was said and is the last word. */
    private static boolean stands(DesiredState last, String digest, Step step, Draft draft) {
        return last.isGood(digest, step.target()) && !isContradicted(last, draft);
    }

    private static boolean isContradicted(DesiredState last, Draft draft) {
        return draft.ledger().isContradicted(last.application());
    }

    /** The source cannot be rendered: says so once, beside the last good state. */
    void fail(Step step, Problem problem, Draft draft, Occasion occasion) {
        var last = lastOf(step, draft, occasion);
        var found = new SourceProblem(step.revision(), problem);
        if (!Objects.equals(last.problem(), found) || isContradicted(last, draft)) {
            var seed = seed(last, step.revision() + "|" + problem);
            var delivery = ids.derived(occasion.since(), seed);
            draft.desire(last.with(found).within(delivery, occasion.now()));
        }
    }

    /** The revision was taken back: what it replaced is declared again in the same delivery. */
    public void rollBack(Step step, Rollback rollback, Draft draft, Occasion occasion) {
        var last = lastOf(step, draft, occasion);
        switch (step.render()) {
            case Failed(var problem) -> {
                var found = new SourceProblem(step.revision(), problem);
                if (!Objects.equals(last.problem(), found)) {
                    draft.desire(last.with(found).within(rollback.delivery(), occasion.now()));
                }
            }
            case Rendered rendered -> {
                declare(step, rendered, rollback.fromRevision(), draft);
                draft.desire(
                        last.followedBy(
                                        step.repository(),
                                        step.revisions(),
                                        rendered,
                                        step.target())
                                .takingBack(rollback.fromRevision())
                                .within(rollback.delivery(), occasion.now()));
            }
        }
    }

    private void deliver(DesiredState state, Draft draft, Occasion occasion) {
        var delivery = ids.derived(occasion.since(), seed(state, state.revision()));
        draft.desire(state.within(delivery, occasion.now()));
    }

    private static String seed(DesiredState state, String revision) {
        return String.join("|", state.application(), revision, Long.toString(state.generation()));
    }

    private static boolean isHeldBack(Step step, Rendered rendered, DesiredState last) {
        return last.isRollback()
                && step.at(last.rolledBackFrom()).render() instanceof Rendered bad
                && bad.digest().equals(rendered.digest());
    }

    private static void declare(Step step, Rendered rendered, String previous, Draft draft) {
        var declared = new TreeMap<String, Declaration>();
        declarations(step, rendered.declared())
                .forEach(declaration -> declared.put(declaration.key(), declaration));
        if (!previous.isEmpty() && step.at(previous).render() instanceof Rendered before) {
            declarations(step, before.declared()).stream()
                    .map(Declaration::key)
                    .filter(key -> !declared.containsKey(key))
                    .forEach(key -> draft.withdraw(key, step.revision()));
        }
        declared.values().forEach(draft::declare);
    }

    private static List<Declaration> declarations(Step step, List<Manifest> manifests) {
        return manifests.stream()
                .filter(manifest -> !manifest.name().isEmpty())
                .map(
                        manifest ->
                                Declaration.of(
                                        manifest,
                                        manifest.group().equals("argoproj.io")
                                                ? Declaration.ARGO_NAMESPACE
                                                : step.target().destination().namespace(),
                                        step.repository(),
                                        step.revision()))
                .toList();
    }

    private static DesiredState lastOf(Step step, Draft draft, Occasion occasion) {
        return draft.ledger()
                .state(step.application().key())
                .orElseGet(
                        () ->
                                DesiredState.none(
                                        step.application(), step.repository(), occasion.now()));
    }
}
