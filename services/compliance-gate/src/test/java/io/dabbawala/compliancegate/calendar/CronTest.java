package io.dabbawala.compliancegate.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "* * * * *;        2026-11-24T10:00:30Z; 2026-11-24T10:01:00Z",
                "0 10 * * *;       2026-11-24T10:00:00Z; 2026-11-25T10:00:00Z",
                "0 10 * * *;       2026-11-24T09:59:59Z; 2026-11-24T10:00:00Z",
                "*/15 * * * *;     2026-11-24T10:16:00Z; 2026-11-24T10:30:00Z",
                "5/15 * * * *;     2026-11-24T10:00:00Z; 2026-11-24T10:05:00Z",
                "5/15 * * * *;     2026-11-24T10:50:00Z; 2026-11-24T11:05:00Z",
                "0 8-10,20 * * *;  2026-11-24T10:00:00Z; 2026-11-24T20:00:00Z",
                "0 0 * * MON-fri;  2026-11-27T10:00:00Z; 2026-11-30T00:00:00Z",
                "0 0 * * 0;        2026-11-24T10:00:00Z; 2026-11-29T00:00:00Z",
                "0 0 1 jan ?;      2026-11-24T10:00:00Z; 2027-01-01T00:00:00Z",
                "0 0 29 2 *;       2026-11-24T10:00:00Z; 2028-02-29T00:00:00Z",
                // days of the month and of the week are alternatives ...
                "0 0 13 * 5;       2026-11-24T10:00:00Z; 2026-11-27T00:00:00Z",
                // ... unless one is a star; with a step it is none
                "0 0 */2 * 1;      2026-11-24T10:00:00Z; 2026-11-25T00:00:00Z",
                "0 0 * * 1;        2026-11-24T10:00:00Z; 2026-11-30T00:00:00Z"
            })
    void comes_next(String schedule, Instant after, Instant next) throws Exception {
        assertThat(Cron.parse(schedule).next(after, ZoneId.of("UTC"))).contains(next);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "* * * *",
                "* * * * * *",
                "60 * * * *",
                "* 24 * * *",
                "* * 0 * *",
                "* * * 13 *",
                "* * * * 7",
                "5-3 * * * *",
                "*/0 * * * *",
                "a * * * *",
                "1-2-3 * * * *",
                "1/2/3 * * * *",
                "@daily",
                ", * * * *"
            })
    void is_not_read(String schedule) {
        assertThatThrownBy(() -> Cron.parse(schedule)).isInstanceOf(UnreadableWindow.class);
    }

    @Test
    void has_the_times_of_its_zone() throws Exception {
        var morning = Cron.parse("30 9 * * *");

        assertThat(morning.next(Instant.parse("2026-11-24T00:00:00Z"), ZoneId.of("Asia/Kolkata")))
                .contains(Instant.parse("2026-11-24T04:00:00Z"));
        assertThat(morning.next(Instant.parse("2026-07-24T00:00:00Z"), BERLIN))
                .contains(Instant.parse("2026-07-24T07:30:00Z"));
        assertThat(morning.next(Instant.parse("2026-11-24T00:00:00Z"), BERLIN))
                .contains(Instant.parse("2026-11-24T08:30:00Z"));
    }

    @Test
    void a_time_that_the_clocks_skip_comes_when_they_are_back() throws Exception {
        assertThat(Cron.parse("30 2 * * *").next(Instant.parse("2026-03-28T12:00:00Z"), BERLIN))
                .contains(Instant.parse("2026-03-29T01:30:00Z")); // 03:30 there
    }

    @Test
    void a_time_that_comes_twice_comes_twice() throws Exception {
        var cron = Cron.parse("30 2 * * *");

        assertThat(cron.next(Instant.parse("2026-10-24T12:00:00Z"), BERLIN))
                .contains(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(cron.next(Instant.parse("2026-10-25T00:30:00Z"), BERLIN))
                .contains(Instant.parse("2026-10-25T01:30:00Z"));
    }

    @Test
    void every_hour_is_every_hour_when_the_clocks_go_back() throws Exception {
        assertThat(Cron.parse("0 * * * *").next(Instant.parse("2026-10-25T00:10:00Z"), BERLIN))
                .contains(Instant.parse("2026-10-25T01:00:00Z"));
    }

    @Test
    void what_never_comes_never_comes() throws Exception {
        assertThat(Cron.parse("0 0 30 2 *").next(Instant.EPOCH, BERLIN)).isEmpty();
    }
}
