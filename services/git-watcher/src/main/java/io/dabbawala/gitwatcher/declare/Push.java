package io.dabbawala.gitwatcher.declare;

import io.dabbawala.gitwatcher.declare.application.Application;
import io.dabbawala.gitwatcher.declare.application.Declaration;
import io.dabbawala.gitwatcher.declare.application.DesiredState;
import io.dabbawala.gitwatcher.declare.ledger.Consequence;
import io.dabbawala.gitwatcher.declare.ledger.Draft;
import io.dabbawala.gitwatcher.declare.ledger.Ledger;
import io.dabbawala.gitwatcher.declare.ledger.Occasion;
import io.dabbawala.gitwatcher.declare.repository.Source;
import io.dabbawala.gitwatcher.declare.repository.Sources;
import io.dabbawala.gitwatcher.render.Changes;
import io.dabbawala.gitwatcher.render.Problem;
import io.dabbawala.gitwatcher.watch.CommitSeen;
import io.dabbawala.gitwatcher.watch.Refs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One push being worked through: first the delivery folder, then the applications it concerns. */
final class Push {

    /** The repository that moved, from where to where. */
    record Scene(
            Sources sources,
            Source source,
            Refs recorded,
            Refs refs,
            List<CommitSeen> commits,
            Map<String, Changes> known) {

        Scene(Sources sources, Source source, Refs recorded, Refs refs, List<CommitSeen> commits) {
            this(sources, source, recorded, refs, commits, new HashMap<>());
        }

        /** Looked for once, however many applications ask. */
        Changes changes(String before, String after) {
            return known.computeIfAbsent(
                    before + ".." + after, _ -> source.tree().changes(before, after));
        }

        CommitSeen causeOf(String revision) {
            return commits.stream()
                    .filter(commit -> commit.move().to().equals(revision))
                    .findFirst()
                    .orElse(commits.getFirst());
        }

        boolean isFirst() {
            return recorded.isEmpty();
        }

        Refs refsOf(Source other) {
            return other.name().equals(source.name()) ? refs : other.repository().recorded();
        }

        Step.Surrounding around() {
            return new Step.Surrounding(sources, this::refsOf);
        }
    }

    private final Scene scene;
    private final List<Consequence> consequences = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Ledger before;
    private final Ledger ledger;
    private final Generating generating;
    private final Movement movement;

    /** What is decided is said of a ledger of its own: the given one stays as it is. */
    Push(Scene scene, Ledger ledger, ApplicationSets sets) {
        this.scene = scene;
        this.movement = new Movement(scene);
        this.generating = new Generating(scene, ledger, sets);
        this.before = ledger;
        this.ledger = new Ledger(ledger);
    }

    Look look(Desiring desiring, Instant now) {
        var touched = new HashSet<String>();
        var move = deliveryMove();
        move.ifPresent(revision -> touched.addAll(declare(revision, desiring, now)));
        touched.addAll(generate(move.isPresent()));
        var done = new HashSet<String>();
        for (var open = open(done); !open.isEmpty(); open = open(done)) {
            for (var application : open) {
                done.add(application.key());
                decide(application, touched, desiring, now);
            }
            touched.addAll(generate(false));
        }
        problems.addAll(generating.problems());
        var told = new Withdrawals(before, ledger).told(consequences, now);
        return new Look(scene.commits(), told, problems);
    }

    /** Says what one ApplicationSet generates now, although nothing moved. */
    Look regenerate(Declaration set, Desiring desiring, Instant now) {
        var draft = new Draft(ledger);
        var generated = generating.again(set, draft);
        take(draft, set.revision());
        ledger.applications().stream()
                .filter(application -> generated.contains(application.key()))
                .forEach(application -> decide(application, generated, desiring, now));
        var told = new Withdrawals(before, ledger).told(consequences, now);
        return new Look(List.of(), told, generating.problems());
    }

    private Set<String> generate(boolean folderMoved) {
        var draft = new Draft(ledger);
        var touched = generating.run(draft, folderMoved);
        take(draft, deliveryRevision());
        return touched;
    }

    /** Applications may declare applications. */
    private List<Application> open(Set<String> done) {
        return ledger.applications().stream()
                .filter(application -> !done.contains(application.key()))
                .toList();
    }

    private Optional<String> deliveryMove() {
        var folder = scene.source().folder();
        if (folder.isNone()) {
            return Optional.empty();
        }
        var before = scene.recorded().resolve(folder.branch());
        return scene.refs()
                .resolve(folder.branch())
                .filter(revision -> before.isEmpty() || !isSameFolder(revision, before.get()));
    }

    private boolean isSameFolder(String revision, String before) {
        var path = scene.source().folder().path();
        return !scene.changes(before, revision).touch(path.equals(".") ? "" : path);
    }

    /**
     * Says what the delivery folder declares now; returns the applications that read differently.
     */
    private Set<String> declare(String revision, Desiring desiring, Instant now) {
        var before = scene.recorded().resolve(scene.source().folder().branch()).map(this::folderAt);
        var folder = folderAt(revision);
        problems.addAll(folder.problems());
        var draft = new Draft(ledger);
        var occasion = occasion(revision, now);
        folder.declared().values().forEach(draft::declare);
        if (folder.isListed()) {
            ledger.declarations().stream()
                    .filter(said -> hasLeft(said, before.orElse(Folder.EMPTY), folder))
                    .filter(said -> !generating.stays(said, draft, revision))
                    .forEach(said -> draft.withdraw(said.key(), revision));
        }
        for (var application : draft.ledger().applications()) {
            var problem = folder.unreadable().get(application.file());
            if (problem != null) {
                desiring.fail(step(application, revision), problem, draft, occasion);
            }
        }
        take(draft, revision);
        var touched = new HashSet<String>();
        ledger.applications().stream()
                .filter(
                        application ->
                                ledger.declaring(application.key()).stream()
                                        .anyMatch(
                                                key ->
                                                        !folder.isSameIn(
                                                                before.orElse(Folder.EMPTY), key)))
                .forEach(application -> touched.add(application.key()));
        return touched;
    }

    private Folder folderAt(String revision) {
        return Folder.read(scene.source(), revision, scene.sources().renderer().limits());
    }

    private boolean hasLeft(Declaration said, Folder before, Folder folder) {
        var isOfFolder =
                before.declared().containsKey(said.key())
                        || before.unreadable().containsKey(said.path())
                        || (scene.isFirst() || !before.isListed()) && isBelowFolder(said.path());
        return isOfFolder
                && said.owner().isEmpty()
                && said.repository().equals(scene.source().name())
                && !folder.declared().containsKey(said.key())
                && !folder.unreadable().containsKey(said.path());
    }

    private boolean isBelowFolder(String path) {
        var folder = scene.source().folder().path();
        return folder.equals(".") || path.startsWith(folder + "/");
    }

    private void decide(
            Application application, Set<String> touched, Desiring desiring, Instant now) {
        var key = application.key();
        var state = ledger.state(key);
        if (touched.contains(key)
                || state.isEmpty()
                || movement.hasMoved(application, state.get())) {
            desire(application, desiring, now);
        }
    }

    private void desire(Application application, Desiring desiring, Instant now) {
        var draft = new Draft(ledger);
        var origin = application.origin();
        var found = scene.sources().at(origin.url());
        var refs = found.map(scene::refsOf);
        if (isToBeLookedAt(application)) {
            return; // the first look at that repository will desire it
        }
        var revision = refs.flatMap(known -> known.resolve(origin.targetRevision()));
        var cause = revision.orElse(deliveryRevision());
        var obstacle = obstacle(application, found, revision);
        if (obstacle.isPresent()) {
            desiring.fail(
                    step(application, origin.targetRevision()),
                    Problem.of(application.file(), obstacle.get()),
                    draft,
                    occasion(cause, now));
        } else {
            var step = new Step(application, found.get(), revision.get(), scene.around());
            desiring.commit(step, previous(application), draft, occasion(cause, now));
        }
        take(draft, cause);
    }

    private boolean isToBeLookedAt(Application application) {
        return application.origins().stream()
                .flatMap(origin -> scene.sources().at(origin.url()).stream())
                .anyMatch(source -> scene.refsOf(source).isEmpty());
    }

    /** Why it cannot even be rendered. */
    private Optional<String> obstacle(
            Application application, Optional<Source> found, Optional<String> revision) {
        var origin = application.origin();
        if (found.isEmpty()) {
            return Optional.of(Sources.unknown(origin));
        }
        return revision.isEmpty()
                ? Optional.of(Sources.unresolved(origin))
                : new Dependencies(ledger)
                        .circle(application)
                        .map("it would wait for itself: %s"::formatted);
    }

    private String previous(Application application) {
        var seen =
                scene.source().url().equals(application.origin().url())
                        ? scene.recorded().resolve(application.origin().targetRevision())
                        : Optional.<String>empty();
        return seen.or(() -> ledger.state(application.key()).map(DesiredState::revision))
                .orElse("");
    }

    private String deliveryRevision() {
        return scene.refs().resolve(scene.source().folder().branch()).orElse("");
    }

    private Step step(Application application, String revision) {
        return new Step(application, scene.source(), revision, scene.around());
    }

    private Occasion occasion(String revision, Instant now) {
        return new Occasion(scene.causeOf(revision).commit().committedAt(), now);
    }

    private void take(Draft draft, String revision) {
        draft.announcements().stream()
                .map(announcement -> new Consequence(scene.causeOf(revision), announcement))
                .forEach(consequences::add);
    }
}
