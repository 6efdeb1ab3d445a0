package io.dabbawala.gitwatcher.watch;

import java.util.List;

/** What a sender sent, unread: the values of each header as they came, and the raw body. */
public record WebhookRequest(
        List<String> signatures, List<String> events, List<String> deliveries, byte[] body) {}
