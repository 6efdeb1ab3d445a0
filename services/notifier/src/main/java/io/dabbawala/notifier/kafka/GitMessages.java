package io.dabbawala.notifier.kafka;

import io.dabbawala.events.DesiredState;
import io.dabbawala.events.SourceProblem;
import io.dabbawala.notifier.message.Happening;
import java.util.Optional;

/** A desired state is news when its newest revision cannot be read. */
final class GitMessages {

    static Optional<Happening> desired(DesiredState state) {
        return Optional.ofNullable(state.getProblem())
                .map(
                        problem ->
                                new Happening.Unreadable(
                                        state.getApplication(),
                                        problem.getRevision(),
                                        place(problem),
                                        problem.getReason()));
    }

    private static String place(SourceProblem problem) {
        return problem.getFile().isEmpty() || problem.getLine() == 0
                ? problem.getFile()
                : "%s:%d:%d".formatted(problem.getFile(), problem.getLine(), problem.getColumn());
    }

    private GitMessages() {}
}
