package io.dabbawala.gitwatcher.declare.rollback;

import io.dabbawala.gitwatcher.declare.application.Application;
import io.dabbawala.gitwatcher.declare.application.DesiredState;
import io.dabbawala.gitwatcher.declare.application.Rollback;
import io.dabbawala.gitwatcher.declare.ledger.Ledger;
import io.dabbawala.gitwatcher.declare.repository.Source;
import io.dabbawala.gitwatcher.declare.repository.Sources;
import io.dabbawala.gitwatcher.watch.Refs;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether Git should be asked to follow a rollback: if a branch still holds in the folder
 * of the application what was rolled back. Whoever mended it already is left alone.
 */
final class Reverts {

    private static final String HEADS = "refs/heads/";

    /** What HEAD is called where several branches are at the same commit. */
    private static final Set<String> USUAL = Set.of("main", "master");

    private final Sources sources;

    Reverts(Sources sources) {
        this.sources = sources;
    }

    Optional<Revert> decide(Rollback rollback, Ledger ledger) {
        var application = ledger.application(rollback.application());
        var state = ledger.state(rollback.application()).filter(DesiredState::isRollback);
        return application
                .filter(one -> one.origins().size() == 1 && state.isPresent())
                .flatMap(one -> sources.at(one.origin().url()))
                .flatMap(source -> revert(application.get(), state.get(), source));
    }

    private static Optional<Revert> revert(
            Application application, DesiredState state, Source source) {
        var refs = source.repository().recorded();
        var path = application.origin().path();
        var from = state.rolledBackFrom();
        return branch(application.origin().targetRevision(), refs)
                .map(
                        branch ->
                                new Revert(
                                        application.key(),
                                        source,
                                        branch,
                                        refs.byName().get(HEADS + branch),
                                        path,
                                        from,
                                        state.revision()))
                .filter(one -> folder(one, one.head()).equals(folder(one, from)))
                .filter(one -> !folder(one, one.head()).equals(folder(one, one.to())));
    }

    private static Optional<String> folder(Revert revert, String revision) {
        return revert.source().tree().treeId(revision, revert.path());
    }

    /** A tag or a commit cannot be changed by a pull request. */
    private static Optional<String> branch(String target, Refs refs) {
        if (!target.isEmpty() && !target.equals(Refs.HEAD)) {
            return Optional.of(target).filter(name -> refs.byName().containsKey(HEADS + name));
        }
        return refs.byName().entrySet().stream()
                .filter(ref -> ref.getKey().startsWith(HEADS))
                .filter(ref -> ref.getValue().equals(refs.byName().get(Refs.HEAD)))
                .map(ref -> ref.getKey().substring(HEADS.length()))
                .min(Comparator.comparing((String name) -> !USUAL.contains(name)));
    }
}
