package io.dabbawala.gitwatcher.declare.ledger;

import io.dabbawala.gitwatcher.declare.application.Declaration;
import io.dabbawala.gitwatcher.declare.application.DesiredState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes into a ledger, and keeps what has to be said for it to become so. */
public final class Draft {

    private final Ledger ledger;
    private final List<Announcement> announcements = new ArrayList<>();

    public Draft(Ledger ledger) {
        this.ledger = ledger;
    }

    public Ledger ledger() {
        return ledger;
    }

    public List<Announcement> announcements() {
        return List.copyOf(announcements);
    }

    public void declare(Declaration declaration) {
        var said = ledger.declaration(declaration.key());
        if (said.isEmpty() || !said.get().says(declaration)) {
            say(new Announcement.Declared(declaration));
        }
    }

    /** Says what came of a declaration, if that is not known yet. */
    public void report(Declaration declaration) {
        if (!ledger.declaration(declaration.key()).equals(Optional.of(declaration))) {
            say(new Announcement.Declared(declaration));
        }
    }

    public void withdraw(String key, String revision) {
        if (ledger.declaration(key).isPresent()) {
            say(new Announcement.Withdrawn(key, revision));
        }
    }

    public void desire(DesiredState state) {
        say(new Announcement.Desired(state));
    }

    private void say(Announcement announcement) {
        ledger.keep(announcement);
        announcements.add(announcement);
    }
}
