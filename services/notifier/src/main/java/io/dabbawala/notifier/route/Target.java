package io.dabbawala.notifier.route;

/** One recipient on one channel. */
public sealed interface Target {

    record Slack(Reference url) implements Target {}

    record Sms(String to, String from) implements Target {}

    /**
     * @param secretFile with the keys that sign, one a line; empty for none
     */
    record Webhook(Reference url, String secretFile) implements Target {}

    default String channel() {
        return switch (this) {
            case Slack _ -> "slack";
            case Sms _ -> "sms";
            case Webhook _ -> "webhook";
        };
    }

    /** What tells this recipient from others; may be a secret. */
    default String identity() {
        return channel()
                + "|"
                + switch (this) {
                    case Slack(var url) -> url.identity();
                    case Sms(var to, _) -> to;
                    case Webhook(var url, _) -> url.identity();
                };
    }

    /** What people are shown of it: no secrets, and of a number the last digits only. */
    default String recipient() {
        return switch (this) {
            case Slack(var url) -> url.shown();
            case Sms(var to, _) ->
                    "*".repeat(Math.max(0, to.length() - 4))
                            + to.substring(Math.max(0, to.length() - 4));
            case Webhook(var url, _) -> url.shown();
        };
    }
}
