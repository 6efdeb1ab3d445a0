package io.dabbawala.reconciler.retry;

import static io.dabbawala.reconciler.plan.Fixtures.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dabbawala.reconciler.application.ApplicationSpec;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryScheduleTest {

    @ParameterizedTest
    @CsvSource({"0, 5", "1, 10", "5, 160", "6, 180", "20, 180", "100, 180"})
    void waits_twice_as_long_each_time_and_at_most_three_minutes(long retries, long seconds) {
        assertThat(schedule("{'limit':-1}").waitAfter(retries))
                .contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "1, 6", "2, 18", "3, 54", "4, 60", "100, 60"})
    void duration_factor_and_bound_are_those_of_the_application(long retries, long seconds) {
        var schedule =
                schedule(
                        "{'limit':-1,'backoff':"
                                + "{'duration':'2s','factor':3,'maxDuration':'1m'}}");

        assertThat(schedule.waitAfter(retries)).contains(Duration.ofSeconds(seconds));
    }

    @Test
    void a_bound_that_is_not_positive_is_none() {
        var schedule = schedule("{'limit':-1,'backoff':{'duration':'100','maxDuration':'0'}}");

        assertThat(schedule.waitAfter(10)).contains(Duration.ofSeconds(102_400));
        assertThat(schedule.waitAfter(1000)).contains(Duration.ofNanos(Long.MAX_VALUE));
    }

    @Test
    void a_limit_is_reached_and_below_zero_there_is_none() {
        assertThat(schedule("{'limit':2}").waitAfter(1)).isPresent();
        assertThat(schedule("{'limit':2}").waitAfter(2)).isEmpty();
        assertThat(schedule("{'limit':-1}").waitAfter(1_000_000)).isPresent();
        assertThat(schedule("{}").waitAfter(0)).as("a block without a limit").isEmpty();
    }

    @Test
    void what_syncs_by_itself_is_tried_five_times_more_when_nothing_is_said() {
        assertThat(RetrySchedule.of(null, true).waitAfter(4)).contains(Duration.ofSeconds(80));
        assertThat(RetrySchedule.of(null, true).waitAfter(5)).isEmpty();
        assertThat(RetrySchedule.of(null, false).waitAfter(0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1h30m, PT1H30M",
        "1.5s, PT1.5S",
        ".5m, PT30S",
        "300ms, PT0.3S",
        "5us, PT0.000005S",
        "-2s, PT-2S",
        "+1m, PT1M",
        "0, PT0S",
        "90, PT1M30S"
    })
    void durations_are_written_as_go_does(String text, Duration duration) {
        assertThat(GoDuration.orSeconds(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "5", "1d", "1h 30m", "s", ".s", "1.2.3s", "3000000h", "", "-"})
    void what_go_does_not_read_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GoDuration.parse(text))
                .withMessage("invalid duration \"%s\"", text);
    }

    private static RetrySchedule schedule(String retry) {
        var policy = object("{'syncPolicy':{'retry':%s}}".formatted(retry));
        return RetrySchedule.of(ApplicationSpec.of(policy).retry(), true);
    }
}
