package io.dabbawala.console.why;

import io.dabbawala.console.event.Sentence;
import io.dabbawala.console.timeline.ApplicationView;
import io.dabbawala.console.timeline.Status;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** One word, one sentence, the reasons behind it, and what comes next. */
public record Explanation(String state, String headline, List<Why> reasons, String next) {

    private static final List<Function<ApplicationView, Optional<Explanation>>> QUESTIONS =
            List.of(
                    SyncQuestions::isUnrenderable,
                    GateQuestions::isDenied,
                    GateQuestions::isHeld,
                    RolloutQuestions::isRolledBack,
                    RolloutQuestions::isRollingOut,
                    SyncQuestions::isFailed,
                    SyncQuestions::isDrifted,
                    SyncQuestions::isUnhealthy,
                    SyncQuestions::isUnderWay);

    public Explanation {
        reasons = List.copyOf(reasons);
    }

    public static Explanation of(ApplicationView view) {
        return QUESTIONS.stream()
                .map(question -> question.apply(view))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> allIsWell(view))
                .and(SyncQuestions.notes(view));
    }

    private Explanation and(List<Why> more) {
        return new Explanation(
                state, headline, Stream.concat(reasons.stream(), more.stream()).toList(), next);
    }

    private static Explanation allIsWell(ApplicationView view) {
        var status = Status.of(view);
        var revision =
                Stream.ofNullable(view.desired())
                        .map(desired -> Sentence.revision(desired.revision()))
                        .findFirst()
                        .orElse("nothing");
        return new Explanation(
                status.health().word(),
                "%s runs %s: %s and %s"
                        .formatted(
                                view.application(),
                                revision,
                                status.sync().word(),
                                status.health().word()),
                List.of(),
                "the next commit is delivered by itself");
    }
}
