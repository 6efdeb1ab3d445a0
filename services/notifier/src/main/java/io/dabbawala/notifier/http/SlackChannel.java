package io.dabbawala.notifier.http;

import io.dabbawala.notifier.message.News;
import io.dabbawala.notifier.message.SlackText;
import io.dabbawala.notifier.route.Target;
import io.dabbawala.notifier.send.Attempt;

/** Slack incoming webhooks. */
record SlackChannel(HttpClient client, Addresses addresses) {

    Attempt send(Target.Slack target, News news) {
        return addresses.with(
                target.url(),
                address ->
                        client.send(
                                Post.of(
                                        address,
                                        "application/json; charset=utf-8",
                                        SlackText.of(news))));
    }
}
