package io.dabbawala.console.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dabbawala.console.sql.Deliveries;
import io.dabbawala.console.timeline.ApplicationView;
import io.dabbawala.console.timeline.DeliveryOutcome;
import io.dabbawala.console.timeline.Entry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One delivery: an application moving to a revision. */
public record DeliveryJson(
        String delivery,
        String application,
        String revision,
        Instant startedAt,
        @Nullable Instant finishedAt,
        String outcome) {

    /** The same and its story. */
    public record Detail(@JsonUnwrapped DeliveryJson delivery, List<EventJson> events) {

        static Detail of(Deliveries.Row row, List<Entry> story) {
            return new Detail(DeliveryJson.of(row), story.stream().map(EventJson::of).toList());
        }
    }

    static DeliveryJson of(Deliveries.Row row) {
        var outcome = DeliveryOutcome.of(row.view());
        return new DeliveryJson(
                row.delivery(),
                row.view().application(),
                revision(row.view()),
                row.startedAt(),
                outcome.finishedAt(),
                outcome.word().word());
    }

    /** A delivery that could not be rendered is that of the revision with the problem. */
    private static String revision(ApplicationView view) {
        var desired = view.desired();
        if (desired == null) {
            return "";
        }
        var problem = desired.problem();
        return problem == null ? desired.revision() : problem.revision();
    }
}
