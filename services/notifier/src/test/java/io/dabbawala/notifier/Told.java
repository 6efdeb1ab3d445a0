package io.dabbawala.notifier;

import io.dabbawala.notifier.message.Happening;
import io.dabbawala.notifier.message.Measured;
import io.dabbawala.notifier.message.News;
import io.dabbawala.notifier.route.Target;
import io.dabbawala.notifier.send.Notice;
import java.time.Instant;
import java.util.List;

/** Words for news. */
public final class Told {

    public static final String SHOP = "argocd/shop";
    public static final String DELIVERY = "019acb00-0000-7000-8000-000000000001";
    public static final String GOOD = "a".repeat(40);
    public static final String BAD = "b".repeat(40);
    public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    public static News rolledBack() {
        return news(
                new Happening.RolledBack(
                        SHOP,
                        BAD,
                        GOOD,
                        "FAILED_CHECKS: 5 of 5",
                        List.of(
                                new Measured(
                                        "request-success-rate", 81.25, 99.0, null, 4200, ""))));
    }

    public static News denied(String application, String reason) {
        return news(new Happening.Denied(application, BAD, reason, List.of()));
    }

    public static News news(Happening happening) {
        return news("019acb00-0000-7000-8000-00000000000e", happening);
    }

    public static News news(String event, Happening happening) {
        return new News(event, "Event", DELIVERY, NOON, happening);
    }

    public static Notice notice(Target target) {
        return notice("019acb00-0000-7000-8000-0000000000ff", target);
    }

    public static Notice notice(String id, Target target) {
        return new Notice(id, "argocd/on-call", target, rolledBack());
    }

    private Told() {}
}
