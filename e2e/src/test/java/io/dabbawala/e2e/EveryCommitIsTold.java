package io.dabbawala.e2e;

import io.dabbawala.events.CommitDetected;
import java.util.HashSet;
import java.util.stream.Stream;

/** Nothing is lost: every commit of the branch was told, by itself or within a range. */
final class EveryCommitIsTold implements Promise {

    @Override
    public Stream<String> broken(World world) {
        var told = new HashSet<String>();
        for (var one : world.all(CommitDetected.class)) {
            if (one.event().getRef().equals(world.git().ref())) {
                told.addAll(one.event().getSkipped());
                told.add(String.valueOf(one.event().getNewRevision()));
            }
        }
        return world.git().commits().stream()
                .filter(commit -> !told.contains(commit))
                .map(
                        commit ->
                                "no commit is lost: commit %s of %s is in no CommitDetected, neither as newRevision nor within a range"
                                        .formatted(commit, world.git().ref()));
    }
}
