package io.dabbawala.notifier.send;

import static io.dabbawala.notifier.Told.notice;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.notifier.route.Target;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LanesTest {

    private static final int ALLOWED = 1000;
    private static final Target SLOW = new Target.Sms("+910000000001", "DABBAW");
    private static final Target QUICK = new Target.Sms("+910000000002", "DABBAW");

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CompletableFuture<Attempt> slowAnswer = new CompletableFuture<>();
    private final List<String> tried = new CopyOnWriteArrayList<>();
    private final Lanes lanes =
            new Lanes(
                    new Courier(
                            this::attempt,
                            new Patience(Duration.ZERO, Duration.ZERO, Duration.ZERO),
                            new SmsAllowance(ALLOWED),
                            Clock.systemUTC(),
                            _ -> {}),
                    threads,
                    Clock.systemUTC());

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void a_slow_recipient_holds_up_nobody_else() {
        // Given
        var slow = lanes.deliver(notice("1", SLOW));

        // When
        var quick = join(lanes.deliver(notice("2", QUICK)));

        // Then
        assertThat(quick.delivered()).isTrue();
        assertThat(slow.toCompletableFuture()).isNotDone();
    }

    @Test
    void one_recipient_is_told_in_order() {
        // Given
        var all =
                IntStream.range(0, 20).mapToObj(i -> lanes.deliver(notice("" + i, SLOW))).toList();

        // When
        slowAnswer.complete(new Attempt.Accepted());

        // Then
        all.forEach(LanesTest::join);
        assertThat(tried)
                .containsExactlyElementsOf(IntStream.range(0, 20).mapToObj(i -> "" + i).toList());
    }

    @Test
    void a_full_lane_refuses_and_is_free_again_later() {
        // Given
        var waiting =
                IntStream.range(0, 500).mapToObj(i -> lanes.deliver(notice("" + i, SLOW))).toList();

        // Then
        assertThat(join(lanes.deliver(notice("one too many", SLOW))))
                .isEqualTo(Settlement.failed(0, "QUEUE_FULL: 500 notices wait for it"));

        // When
        slowAnswer.complete(new Attempt.Accepted());
        waiting.forEach(LanesTest::join);

        // Then
        assertThat(join(lanes.deliver(notice("later", SLOW))).delivered()).isTrue();
    }

    private Attempt attempt(Notice notice) {
        tried.add(notice.id());
        return notice.target().equals(SLOW) ? slowAnswer.join() : new Attempt.Accepted();
    }

    private static Settlement join(CompletionStage<Settlement> settled) {
        return settled.toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    }
}
