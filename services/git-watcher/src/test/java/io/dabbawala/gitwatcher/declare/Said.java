package io.dabbawala.gitwatcher.declare;

import io.dabbawala.gitwatcher.declare.application.DesiredState;
import io.dabbawala.gitwatcher.declare.ledger.Announcement;
import io.dabbawala.gitwatcher.render.Problem;
import java.util.List;

/** What one look said. */
public record Said(int commits, List<Announcement> announcements, List<Problem> problems) {

    List<String> declared() {
        return announcements.stream()
                .filter(Announcement.Declared.class::isInstance)
                .map(Announcement.Declared.class::cast)
                .map(said -> said.declaration().key())
                .toList();
    }

    List<String> withdrawn() {
        return announcements.stream()
                .filter(Announcement.Withdrawn.class::isInstance)
                .map(Announcement.Withdrawn.class::cast)
                .map(Announcement.Withdrawn::key)
                .toList();
    }

    List<DesiredState> desired() {
        return announcements.stream()
                .filter(Announcement.Desired.class::isInstance)
                .map(Announcement.Desired.class::cast)
                .map(Announcement.Desired::state)
                .toList();
    }

    public DesiredState state(String application) {
        return desired().stream()
                .filter(state -> state.application().equals(application))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing desired for " + application));
    }
}
