package io.dabbawala.notifier.send;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Brings one notice to its recipient, however many attempts it takes. */
public final class Courier {

    private final Channel channel;
    private final Patience patience;
    private final SmsAllowance allowance;
    private final Clock clock;
    private final Pause pause;

    public Courier(
            Channel channel, Patience patience, SmsAllowance allowance, Clock clock, Pause pause) {
        this.channel = channel;
        this.patience = patience;
        this.allowance = allowance;
        this.clock = clock;
        this.pause = pause;
    }

    Settlement deliver(Notice notice, Instant due) {
        if (!allowance.grants(notice.target(), clock.instant())) {
            return Settlement.failed(0, allowance.refusal());
        }
        for (int attempts = 1; ; attempts++) {
            switch (channel.attempt(notice)) {
                case Attempt.Accepted _ -> {
                    return Settlement.delivered(attempts);
                }
                case Attempt.Refused(var reason) -> {
                    return Settlement.failed(attempts, reason);
                }
                case Attempt.TryLater(var reason, var atLeast) -> {
                    var sinceDue = Duration.between(due, clock.instant());
                    var wait = patience.pause(attempts, atLeast, sinceDue);
                    if (wait.isEmpty()) {
                        return Settlement.failed(attempts, reason + "; given up after " + sinceDue);
                    }
                    let(wait.get());
                }
            }
        }
    }

    private void let(Duration time) {
        try {
            pause.of(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a recipient was left alone", e);
        }
    }
}
