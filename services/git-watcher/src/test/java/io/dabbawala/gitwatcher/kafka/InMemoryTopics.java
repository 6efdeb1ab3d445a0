package io.dabbawala.gitwatcher.kafka;

import static java.util.stream.Collectors.partitioningBy;

import io.dabbawala.gitwatcher.declare.application.DesiredState;
import io.dabbawala.gitwatcher.declare.ledger.Announcement;
import io.dabbawala.gitwatcher.declare.ledger.Ledger;
import io.dabbawala.gitwatcher.watch.CommitSeen;
import io.dabbawala.gitwatcher.watch.RefMove;
import io.dabbawala.gitwatcher.watch.Told;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** What was said, to be read back. */
final class InMemoryTopics implements Voice, Memory {

    private final List<CommitSeen> commits = new ArrayList<>();
    private final List<Announcement> announcements = new ArrayList<>();
    boolean isCutOff;

    /** Desired states are on their topic before what others say meanwhile, declarations after. */
    boolean isDeclaringLate;

    Runnable meanwhile = () -> {};

    @Override
    public void say(List<CommitSeen> seen, List<Following> following) {
        commits.addAll(seen);
        if (isCutOff) {
            throw new IllegalStateException("killed");
        }
        var others = meanwhile;
        meanwhile = () -> {};
        var all = following.stream().map(Following::announcement);
        var late = all.collect(partitioningBy(this::isLate));
        announcements.addAll(late.get(false));
        others.run();
        announcements.addAll(late.get(true));
    }

    private boolean isLate(Announcement one) {
        return !isDeclaringLate || !(one instanceof Announcement.Desired);
    }

    @Override
    public Ledger read() {
        var ledger = new Ledger();
        announcements.forEach(ledger::keep);
        return ledger;
    }

    @Override
    public Told told(String repository) {
        var last = new HashMap<String, RefMove>();
        moves().forEach(move -> last.put(move.ref(), move));
        return new Told(last);
    }

    String allowed() {
        return ruleOf("");
    }

    String ruleOf(String namespace) {
        return read().declaration("Rule/%s/r".formatted(namespace)).orElseThrow().json();
    }

    List<RefMove> moves() {
        return commits.stream().map(CommitSeen::move).toList();
    }

    List<DesiredState> desired() {
        return announcements.stream()
                .filter(Announcement.Desired.class::isInstance)
                .map(one -> ((Announcement.Desired) one).state())
                .filter(state -> state.application().equals("argocd/web"))
                .toList();
    }
}
