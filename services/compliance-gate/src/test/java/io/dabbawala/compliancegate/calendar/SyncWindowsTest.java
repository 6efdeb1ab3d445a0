package io.dabbawala.compliancegate.calendar;

import static io.dabbawala.compliancegate.policy.Objects.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dabbawala.compliancegate.document.Document;
import io.dabbawala.compliancegate.plan.Destination;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyncWindowsTest {

    private static final Instant TEN = Instant.parse("2026-11-24T10:00:00Z");
    private static final Destination SHOP =
            new Destination("in-cluster", "https://kubernetes.default.svc", "shop");

    private static final String DENY_TEN = "{kind: deny, schedule: '0 10 * * *', duration: 1h, %s}";
    private static final String ALLOW_TEN =
            "{kind: allow, schedule: '0 10 * * *', duration: 1h, %s}";
    private static final String ALL = "applications: ['*']";

    @Test
    void without_a_window_everything_is_allowed() throws Exception {
        assertThat(canSync(project(), TEN)).isTrue();
    }

    @Test
    void a_window_begins_after_its_start_and_ends_before_its_end() throws Exception {
        var denied = project(DENY_TEN.formatted(ALL));
        var allowed = project(ALLOW_TEN.formatted(ALL));
        for (var edge : new Instant[] {TEN, TEN.plus(Duration.ofHours(1))}) {
            assertThat(canSync(denied, edge)).isTrue();
            assertThat(canSync(allowed, edge)).isFalse();
        }
        for (var inside :
                new Instant[] {TEN.plusNanos(1), TEN.plus(Duration.ofHours(1)).minusNanos(1)}) {
            assertThat(canSync(denied, inside)).isFalse();
            assertThat(canSync(allowed, inside)).isTrue();
        }
    }

    @Test
    void what_is_closed_says_until_when() throws Exception {
        assertThat(passage(project(DENY_TEN.formatted(ALL)), TEN.plusSeconds(1), false))
                .isEqualTo(
                        new Passage.Closed(
                                "within deny \"0 10 * * *\" for 1h (Z)",
                                Optional.of(TEN.plus(Duration.ofHours(1)))));
        assertThat(passage(project(ALLOW_TEN.formatted(ALL)), TEN.plus(Duration.ofHours(2)), false))
                .isEqualTo(
                        new Passage.Closed(
                                "outside of allow \"0 10 * * *\" for 1h (Z)",
                                Optional.of(TEN.plus(Duration.ofDays(1)))));
    }

    @Test
    void what_never_opens_has_no_end() throws Exception {
        var always =
                project("{kind: deny, schedule: '* * * * *', duration: 2m, %s}".formatted(ALL));

        assertThat(passage(always, TEN, false))
                .isEqualTo(
                        new Passage.Closed(
                                "within deny \"* * * * *\" for 2m (Z)", Optional.empty()));
    }

    @Test
    void a_deny_wins_over_an_allow() throws Exception {
        var both = project(ALLOW_TEN.formatted(ALL), DENY_TEN.formatted(ALL));

        assertThat(canSync(both, TEN.plusSeconds(1))).isFalse();
    }

    @Test
    void an_allow_that_is_active_is_enough() throws Exception {
        var two =
                project(
                        ALLOW_TEN.formatted(ALL),
                        "{kind: allow, schedule: '0 20 * * *', duration: 1h, %s}".formatted(ALL));

        assertThat(canSync(two, TEN.plusSeconds(1))).isTrue();
        assertThat(canSync(two, TEN.plus(Duration.ofHours(5)))).isFalse();
    }

    @Test
    void a_person_passes_where_every_window_in_the_way_lets_people() throws Exception {
        var lets = DENY_TEN.formatted(ALL + ", manualSync: true");
        var at = TEN.plusSeconds(1);

        assertThat(passage(project(lets), at, true)).isInstanceOf(Passage.Open.class);
        assertThat(passage(project(lets), at, false)).isInstanceOf(Passage.Closed.class);
        assertThat(passage(project(lets, DENY_TEN.formatted(ALL)), at, true))
                .isInstanceOf(Passage.Closed.class);
        var allow = ALLOW_TEN.formatted(ALL + ", manualSync: true");
        assertThat(passage(project(allow), TEN, true)).isInstanceOf(Passage.Open.class);
        assertThat(passage(project(allow, ALLOW_TEN.formatted(ALL)), TEN, true))
                .isInstanceOf(Passage.Closed.class);
    }

    @Test
    void what_was_allowed_to_begin_may_end_where_every_window_lets_it() throws Exception {
        var overruns = project(DENY_TEN.formatted(ALL + ", syncOverrun: true"));
        var at = TEN.plusSeconds(1);

        assertThat(overruns.passage(at, false, Optional.of(TEN.minusSeconds(5))))
                .isInstanceOf(Passage.Open.class);
        assertThat(overruns.passage(at, false, Optional.of(TEN.plusNanos(1))))
                .isInstanceOf(Passage.Closed.class);
        assertThat(overruns.passage(at, false, Optional.empty()))
                .isInstanceOf(Passage.Closed.class);
        assertThat(
                        project(DENY_TEN.formatted(ALL))
                                .passage(at, false, Optional.of(TEN.minusSeconds(5))))
                .isInstanceOf(Passage.Closed.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "applications: [web];                                                true",
                "applications: ['w*', other];                                        true",
                "applications: ['{web,api}'];                                        true",
                "applications: ['[!w]eb'];                                           false",
                "namespaces: [shop];                                                 true",
                "namespaces: [bank];                                                 false",
                "clusters: [in-cluster];                                             true",
                "clusters: ['https://*'];                                            true",
                "clusters: [other];                                                  false",
                "applications: [other], namespaces: [shop];                          true",
                "applications: [other], namespaces: [shop], andOperator: true;       false",
                "applications: [web], namespaces: [shop], andOperator: true;         true",
                "applications: [web], clusters: [], andOperator: true;               true",
                "andOperator: true;                                                  false",
                "andOperator: false;                                                 false"
            })
    void concerns_what_its_lists_match(String lists, boolean matches) throws Exception {
        var windows = project(DENY_TEN.formatted(lists));

        assertThat(windows.windows()).hasSize(matches ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{kind: maybe, schedule: '0 10 * * *', duration: 1h};  kind",
                "{kind: deny, schedule: '0 10 * * 7', duration: 1h};   schedule",
                "{kind: deny, schedule: '0 0 30 2 *', duration: 1h};   never comes",
                "{kind: deny, schedule: '0 10 * * *', duration: 1};    duration",
                "{kind: deny, schedule: '0 10 * * *'};                 duration"
            })
    void a_window_nobody_can_read_says_what_is_wrong(String window, String reason) {
        assertThatThrownBy(() -> project(window))
                .isInstanceOf(UnreadableWindow.class)
                .hasMessageContaining(reason);
    }

    @Test
    void an_unknown_zone_is_utc() throws Exception {
        var windows = project(DENY_TEN.formatted(ALL + ", timeZone: Mars/Olympus"));

        assertThat(canSync(windows, TEN.plusSeconds(1))).isFalse();
    }

    @Test
    void durations_are_those_of_go() throws Exception {
        assertThat(GoDuration.parse("1h30m")).isEqualTo(Duration.ofMinutes(90));
        assertThat(GoDuration.parse("1.5h")).isEqualTo(Duration.ofMinutes(90));
        assertThat(GoDuration.parse("90s100ms")).isEqualTo(Duration.ofMillis(90_100));
        assertThat(GoDuration.parse("0")).isZero();
        for (var wrong : new String[] {"", "5", "1d", "h", "1h 30m"}) {
            assertThatThrownBy(() -> GoDuration.parse(wrong)).isInstanceOf(UnreadableWindow.class);
        }
    }

    private static boolean canSync(SyncWindows windows, Instant at) {
        return passage(windows, at, false) instanceof Passage.Open;
    }

    private static Passage passage(SyncWindows windows, Instant at, boolean manual) {
        return windows.passage(at, manual, Optional.empty());
    }

    private static SyncWindows project(String... windows) throws UnreadableWindow {
        Document project =
                one(
                        "{kind: AppProject, metadata: {name: default}, spec: {syncWindows: [%s]}}"
                                .formatted(String.join(", ", windows)));
        return SyncWindows.of(project, "web", SHOP);
    }
}
