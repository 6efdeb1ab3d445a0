package io.dabbawala.gitwatcher.sender;

/** What somebody sent, unread. */
public record Delivery(Headers headers, byte[] body) {}
