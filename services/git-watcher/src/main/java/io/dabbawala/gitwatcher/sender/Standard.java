package io.dabbawala.gitwatcher.sender;

import java.time.Instant;

/**
 * Anybody who follows the Standard Webhooks specification: {@code {"type": "push", "data":
 * {"repository", "ref", "before", "after", "changedPaths"}}}. Absent paths are unknown ones.
 */
final class Standard implements Sender {

    @Override
    public String name() {
        return "standard";
    }

    @Override
    public boolean isProvedBy(String secret, Delivery delivery, Instant now) {
        return StandardSignature.of(delivery).isMadeWith(secret, now);
    }

    @Override
    public String event(Headers headers) {
        return "";
    }

    @Override
    public String id(Headers headers, Payload body) {
        return headers.only(StandardSignature.ID);
    }

    @Override
    public Answer read(String event, Payload body) {
        var type = event.isEmpty() ? body.text("/type") : event;
        if (!type.equals("push")) {
            return type.isEmpty()
                    ? new Answer.Refused("the event has no type")
                    : new Answer.Ignored("event " + type);
        }
        var repositories = body.distinct("/data/repository");
        var ref = body.text("/data/ref");
        if (repositories.isEmpty() || ref.isEmpty()) {
            return new Answer.Refused("the push names no ref or no repository");
        }
        var paths =
                new ChangedPaths(
                        body.texts("/data/changedPaths").stream().distinct().toList(),
                        body.has("/data/changedPaths"));
        return ChangedRef.of(ref)
                .map(
                        known ->
                                GithubShape.hint(
                                        new Change(
                                                repositories,
                                                known,
                                                body.commit("/data/before"),
                                                body.commit("/data/after"),
                                                paths,
                                                body.text("/data/actor"))))
                .orElseGet(() -> GithubShape.isNoBranch(ref));
    }
}
