package io.dabbawala.e2e;

import io.dabbawala.events.CommitDetected;
import io.dabbawala.events.DesiredState;
import io.dabbawala.events.SyncCause;
import io.dabbawala.events.SyncFinished;
import io.dabbawala.events.SyncOutcome;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What happens once is told once. A record may come twice after a crash; then it has the same id
 * and is the same event.
 */
final class NothingTwice implements Promise {

    @Override
    public Stream<String> broken(World world) {
        return Stream.of(commits(world), generations(world), deliveries(world), syncs(world))
                .flatMap(Twice::sentences);
    }

    /** What should be one, by the words for what it belongs to. */
    private record Twice(String sentence, Map<String, Set<String>> all) {

        Twice(String sentence) {
            this(sentence, new TreeMap<>());
        }

        void add(String of, Object one) {
            all.computeIfAbsent(of, _ -> new TreeSet<>()).add(one.toString());
        }

        Stream<String> sentences() {
            return all.entrySet().stream()
                    .filter(entry -> entry.getValue().size() > 1)
                    .map(
                            entry ->
                                    "nothing twice: %s %s: %s"
                                            .formatted(entry.getKey(), sentence, entry.getValue()));
        }
    }

    private static Twice commits(World world) {
        var twice = new Twice("was told in CommitDetected under several ids");
        for (var told : world.all(CommitDetected.class)) {
            twice.add(told.event().getRef() + " at " + told.event().getNewRevision(), told.id());
        }
        return twice;
    }

    private static Twice generations(World world) {
        var twice = new Twice("means several things in DesiredState");
        for (var told : world.all(DesiredState.class)) {
            var state = told.event();
            twice.add(
                    "%s: generation %d".formatted(state.getApplication(), state.getGeneration()),
                    state.getRevision() + " " + state.getDigest());
        }
        return twice;
    }

    private static Twice deliveries(World world) {
        var twice = new Twice("was delivered as several generations of DesiredState");
        for (var told : world.all(DesiredState.class)) {
            var state = told.event();
            twice.add(
                    "%s: revision %s".formatted(state.getApplication(), state.getRevision()),
                    state.getGeneration());
        }
        return twice;
    }

    private static Twice syncs(World world) {
        var twice = new Twice("succeeded in SyncFinished under several ids");
        for (var told : world.all(SyncFinished.class)) {
            var sync = told.event();
            if (sync.getOutcome() == SyncOutcome.SUCCEEDED
                    && sync.getCause() == SyncCause.COMMIT
                    && sync.getSequence() == 0) {
                twice.add(
                        "%s: generation %d".formatted(sync.getApplication(), sync.getGeneration()),
                        told.id());
            }
        }
        return twice;
    }
}
