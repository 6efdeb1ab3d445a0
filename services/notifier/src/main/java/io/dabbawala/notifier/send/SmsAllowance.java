package io.dabbawala.notifier.send;

import io.dabbawala.notifier.route.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/** So many SMS a number gets in an hour and no more: they cost money, and they wake people. */
public final class SmsAllowance {

    private static final Duration HOUR = Duration.ofHours(1);

    private final int perHour;
    private final Map<String, Queue<Instant>> sent = new HashMap<>();

    public SmsAllowance(int perHour) {
        this.perHour = perHour;
    }

    /** Whether it may be sent now; if so, it counts as sent. */
    synchronized boolean grants(Target target, Instant now) {
        return switch (target) {
            case Target.Sms(var to, _) -> grants(to, now);
            case Target.Slack _, Target.Webhook _ -> true;
        };
    }

    private boolean grants(String number, Instant now) {
        var times = sent.computeIfAbsent(number, _ -> new ArrayDeque<>());
        times.removeIf(time -> !time.isAfter(now.minus(HOUR)));
        return times.size() < perHour && times.add(now);
    }

    String refusal() {
        return "CAPPED: a number gets at most %d SMS an hour".formatted(perHour);
    }
}
