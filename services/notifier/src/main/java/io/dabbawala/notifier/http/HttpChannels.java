package io.dabbawala.notifier.http;

import io.dabbawala.notifier.route.Target;
import io.dabbawala.notifier.send.Attempt;
import io.dabbawala.notifier.send.Channel;
import io.dabbawala.notifier.send.Notice;
import java.time.Clock;
import java.util.Optional;

/** All channels there are. */
public final class HttpChannels implements Channel {

    private final SlackChannel slack;
    private final SmsChannel sms;
    private final WebhookChannel webhook;

    public HttpChannels(
            HttpClient client, SecretFiles secrets, Optional<TwilioAccount> twilio, Clock clock) {
        var addresses = new Addresses(secrets);
        this.slack = new SlackChannel(client, addresses);
        this.sms = new SmsChannel(client, twilio);
        this.webhook = new WebhookChannel(client, addresses, clock);
    }

    @Override
    public Attempt attempt(Notice notice) {
        return switch (notice.target()) {
            case Target.Slack target -> slack.send(target, notice.news());
            case Target.Sms target -> sms.send(target, notice.news());
            case Target.Webhook target -> webhook.send(target, notice);
        };
    }
}
