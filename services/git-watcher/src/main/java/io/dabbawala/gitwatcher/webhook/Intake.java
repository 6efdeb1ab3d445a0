package io.dabbawala.gitwatcher.webhook;

import static java.util.stream.Collectors.toSet;

import io.dabbawala.gitwatcher.sender.Answer;
import io.dabbawala.gitwatcher.sender.Change;
import io.dabbawala.gitwatcher.sender.Delivery;
import io.dabbawala.gitwatcher.sender.Payload;
import io.dabbawala.gitwatcher.sender.Sender;
import io.dabbawala.gitwatcher.watch.Claim;
import io.dabbawala.gitwatcher.watch.Hint;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Decides what a webhook is good for. */
public final class Intake {

    private final List<WebhookSecrets> repositories;
    private final List<String> secrets;
    private final Delivered delivered;

    public Intake(List<WebhookSecrets> repositories, Delivered delivered) {
        this.repositories = List.copyOf(repositories);
        this.secrets =
                repositories.stream().flatMap(one -> one.secrets().stream()).distinct().toList();
        this.delivered = delivered;
    }

    /**
     * The repositories whose secret the sender knows. Every secret is tried every time, so that the
     * time of an answer says nothing about which one is near.
     */
    public List<WebhookSecrets> proved(Sender sender, Delivery delivery, Instant now) {
        var known =
                secrets.stream()
                        .filter(secret -> sender.isProvedBy(secret, delivery, now))
                        .collect(toSet());
        return repositories.stream()
                .filter(one -> one.secrets().stream().anyMatch(known::contains))
                .toList();
    }

    public Reception receive(
            Sender sender, Delivery delivery, List<WebhookSecrets> proved, Instant now) {
        if (proved.isEmpty()) {
            return new Reception.Unauthorized();
        }
        Payload body;
        try {
            body = Payload.read(delivery.body());
        } catch (IOException _) {
            return new Reception.Malformed();
        }
        var id = sender.id(delivery.headers(), body);
        return switch (sender.read(sender.event(delivery.headers()), body)) {
            case Answer.Hint(var changes) -> named(changes, sender.name(), proved, id, now);
            case Answer.Ignored _ -> new Reception.Ignored();
            case Answer.Refused _ -> new Reception.Malformed();
        };
    }

    /** Once what it said is safe; never before, or a second try would be lost. */
    public void remember(Reception.Accepted accepted) {
        delivered.add(accepted.delivery());
    }

    private Reception named(
            List<Change> changes,
            String provider,
            List<WebhookSecrets> proved,
            String id,
            Instant now) {
        var names =
                changes.stream()
                        .flatMap(change -> change.repositories().stream())
                        .map(RepositoryName::of)
                        .collect(toSet());
        var claim = claim(provider, id, changes);
        var hints =
                proved.stream()
                        .filter(one -> names.contains(one.name()))
                        .map(one -> Hint.told(one.repository(), claim, now))
                        .toList();
        if (hints.isEmpty()) {
            return new Reception.UnknownRepository();
        }
        var key = id.isEmpty() ? "" : provider + "|" + id;
        return delivered.has(key) ? new Reception.Known() : new Reception.Accepted(hints, key);
    }

    /** Of several changes no one is told apart: the look finds them all. */
    private static Claim claim(String provider, String id, List<Change> changes) {
        var first = changes.getFirst();
        return changes.size() == 1
                ? new Claim(
                        provider,
                        first.actor(),
                        id,
                        first.ref().ref(),
                        first.before(),
                        first.after(),
                        first.paths().paths(),
                        first.paths().complete())
                : new Claim(provider, first.actor(), id, "", "", "", List.of(), false);
    }
}
