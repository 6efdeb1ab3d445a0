package io.dabbawala.gitwatcher.kafka;

import io.dabbawala.events.Topics;
import io.dabbawala.gitwatcher.declare.ledger.Announcement;
import io.dabbawala.gitwatcher.watch.CommitSeen;
import io.dabbawala.platform.Outbox;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.reactive.messaging.Channel;

@ApplicationScoped
public class KafkaVoice implements Voice {

    /** How many wait for their acknowledgement at once; fewer than an emitter buffers. */
    private static final int IN_FLIGHT = 64;

    private final MutinyEmitter<byte[]> commits;
    private final MutinyEmitter<byte[]> declarations;
    private final MutinyEmitter<byte[]> desiredStates;
    private final Outbox outbox;
    private final Clock clock;

    KafkaVoice(
            @Channel("commits") MutinyEmitter<byte[]> commits,
            @Channel("declarations") MutinyEmitter<byte[]> declarations,
            @Channel("desired-states") MutinyEmitter<byte[]> desiredStates,
            Outbox outbox,
            Clock clock) {
        this.commits = commits;
        this.declarations = declarations;
        this.desiredStates = desiredStates;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void say(List<CommitSeen> seen, List<Following> announcements) {
        var sends = new ArrayList<Supplier<Uni<Void>>>();
        seen.forEach(one -> sends.add(() -> send(one)));
        announcements.forEach(one -> sends.add(() -> send(one)));
        sendAll(sends);
    }

    private Uni<Void> send(CommitSeen seen) {
        var now = clock.instant();
        return commits.sendMessage(
                outbox.message(
                        Topics.COMMITS,
                        seen.repository(),
                        CommitMessages.write(seen, now),
                        Envelopes.of(seen, now)));
    }

    private Uni<Void> send(Following following) {
        var envelope = Envelopes.of(following, clock.instant());
        return switch (following.announcement()) {
            case Announcement.Declared(var declaration) ->
                    declarations.sendMessage(
                            outbox.message(
                                    Topics.DECLARATIONS,
                                    declaration.key(),
                                    DeclarationMessages.write(declaration),
                                    envelope));
            case Announcement.Withdrawn(var key, _) ->
                    declarations.sendMessage(outbox.tombstone(key, envelope));
            case Announcement.Desired(var state) ->
                    desiredStates.sendMessage(
                            outbox.message(
                                    Topics.DESIRED_STATES,
                                    state.application(),
                                    DesiredStateMessages.write(state),
                                    envelope));
        };
    }

    private static void sendAll(List<Supplier<Uni<Void>>> all) {
        for (int from = 0; from < all.size(); from += IN_FLIGHT) {
            var some = all.subList(from, Math.min(all.size(), from + IN_FLIGHT));
            Uni.join()
                    .all(some.stream().map(Supplier::get).toList())
                    .andFailFast()
                    .await()
                    .indefinitely();
        }
    }
}
