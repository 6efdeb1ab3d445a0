package io.dabbawala.notifier.message;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** The news for a machine, in the envelope of Standard Webhooks: type, timestamp, data. */
public final class WebhookText {

    public static String of(News news) {
        var account = Account.of(news.happening());
        var message = JsonNodeFactory.instance.objectNode();
        message.put("type", news.kind().word());
        message.put("timestamp", news.time().toString());
        var data = message.putObject("data");
        data.put("application", news.happening().application());
        data.put("revision", news.happening().revision());
        data.put("delivery", news.delivery());
        data.put("event", news.event());
        data.put("eventType", news.type());
        data.put("headline", account.headline());
        data.put("reason", account.reason());
        account.details().forEach(data.putArray("details")::add);
        if (news.happening() instanceof Happening.RolledBack rollback) {
            data.put("toRevision", rollback.to());
        }
        return message.toString();
    }

    private WebhookText() {}
}
