package io.dabbawala.gitwatcher.watch;

/** What a webhook turned out to be. */
public sealed interface WebhookAnswer {

    record Accepted(Hint hint) implements WebhookAnswer {}

    /** Genuine, and about something nobody here acts on. */
    record Ignored() implements WebhookAnswer {}

    record TooLarge() implements WebhookAnswer {}

    /** Not genuine; which of the many reasons it is stays here. */
    record Unauthorized() implements WebhookAnswer {}

    record Malformed() implements WebhookAnswer {}

    record UnknownRepository() implements WebhookAnswer {}
}
