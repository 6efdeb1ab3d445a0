package io.dabbawala.notifier.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dabbawala.notifier.http.SecretFiles.Secret;
import io.dabbawala.notifier.message.WebhookText;
import io.dabbawala.notifier.route.Target;
import io.dabbawala.notifier.send.Attempt;
import io.dabbawala.notifier.send.Notice;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;

/**
 * Webhooks as Standard Webhooks has them. {@code webhook-id} is that of the notice, the same for
 * every attempt, so a receiver can tell a repeat.
 */
record WebhookChannel(HttpClient client, Addresses addresses, Clock clock) {

    Attempt send(Target.Webhook target, Notice notice) {
        if (target.secretFile().isEmpty()) {
            return send(target, notice, List.of());
        }
        return switch (addresses.secrets().read(target.secretFile())) {
            case Secret.Found(var keys) -> send(target, notice, keys);
            case Secret.Missing(var reason) -> new Attempt.Refused(reason);
        };
    }

    private Attempt send(Target.Webhook target, Notice notice, List<String> keys) {
        return addresses.with(
                target.url(), address -> client.send(post(address, notice, keys, clock.instant())));
    }

    private static Post post(URI address, Notice notice, List<String> keys, Instant now) {
        var body = WebhookText.of(notice.news());
        var timestamp = Long.toString(now.getEpochSecond());
        var headers = new HashMap<String, String>();
        headers.put("Content-Type", "application/json");
        headers.put("webhook-id", notice.id());
        headers.put("webhook-timestamp", timestamp);
        if (!keys.isEmpty()) {
            headers.put(
                    "webhook-signature",
                    WebhookSignature.of(keys, String.join(".", notice.id(), timestamp, body)));
        }
        return new Post(address, headers, body.getBytes(UTF_8));
    }
}
