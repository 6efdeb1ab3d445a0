package io.dabbawala.console.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dabbawala.console.event.Desired;
import io.dabbawala.console.event.ObjectResult;
import io.dabbawala.console.event.Problem;
import io.dabbawala.console.event.SyncResult;
import io.dabbawala.console.sql.Applications;
import io.dabbawala.console.timeline.ApplicationView;
import io.dabbawala.console.timeline.RolloutView;
import io.dabbawala.console.timeline.Status;
import io.dabbawala.console.why.Explanation;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where one application stands. */
public record ApplicationJson(
        String application,
        String revision,
        long generation,
        String delivery,
        String digest,
        String sync,
        String health,
        String message,
        @Nullable Rollout rollout,
        List<Rollout> rollouts,
        @Nullable Problem problem,
        List<String> quarantined,
        boolean paused,
        Instant updatedAt) {

    public record Rollout(
            String rollout, String phase, int canaryWeight, int failedChecks, int threshold) {

        static Rollout of(RolloutView view) {
            return new Rollout(
                    view.rollout(),
                    view.phase().word(),
                    view.canaryWeight(),
                    view.failedChecks(),
                    view.threshold());
        }
    }

    /** The same and the last sync. */
    public record Detail(
            @JsonUnwrapped ApplicationJson standing,
            @Nullable Instant declaredAt,
            @Nullable LastSync lastSync) {

        static Detail of(Applications.Row row) {
            var desired = row.view().desired();
            return new Detail(
                    ApplicationJson.of(row),
                    desired == null ? null : desired.time(),
                    LastSync.of(row.view().plan().result()));
        }
    }

    public record LastSync(
            String outcome,
            String reason,
            String revision,
            List<ObjectJson> objects,
            Instant startedAt,
            Instant finishedAt) {

        static @Nullable LastSync of(@Nullable SyncResult result) {
            return result == null
                    ? null
                    : new LastSync(
                            result.outcome().name(),
                            result.reason(),
                            result.revision(),
                            result.objects().stream().map(ObjectJson::of).toList(),
                            result.startedAt(),
                            result.finishedAt());
        }
    }

    public record ObjectJson(
            String kind,
            String namespace,
            String name,
            String outcome,
            String health,
            String message) {

        static ObjectJson of(ObjectResult result) {
            return new ObjectJson(
                    result.object().kind(),
                    result.object().namespace(),
                    result.object().name(),
                    result.outcome().name(),
                    result.health().word(),
                    result.message());
        }
    }

    static ApplicationJson of(Applications.Row row) {
        var view = row.view();
        var status = Status.of(view);
        var desired = view.desired();
        var target = desired == null ? Target.NONE : Target.of(desired);
        return new ApplicationJson(
                view.application(),
                target.revision(),
                target.generation(),
                target.delivery(),
                target.digest(),
                status.sync().word(),
                status.health().word(),
                Explanation.of(view).headline(),
                view.rollout().map(Rollout::of).orElse(null),
                rollouts(view),
                desired == null ? null : desired.problem(),
                view.quarantined(),
                view.isPaused(),
                row.updatedAt());
    }

    private record Target(String revision, long generation, String delivery, String digest) {

        static final Target NONE = new Target("", 0, "", "");

        static Target of(Desired desired) {
            return new Target(
                    desired.revision(),
                    desired.generation(),
                    desired.header().delivery(),
                    desired.digest());
        }
    }

    private static List<Rollout> rollouts(ApplicationView view) {
        return view.rollouts().values().stream()
                .sorted(Comparator.comparing(RolloutView::rollout))
                .map(Rollout::of)
                .toList();
    }
}
