package io.dabbawala.cli.http;

import static io.dabbawala.cli.LocalConsole.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.cli.LocalConsole;
import io.dabbawala.cli.Typed;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FollowTest {

    private final LocalConsole console = new LocalConsole();

    @AfterEach
    void stop() {
        console.close();
    }

    private static String sent(int... cursors) {
        var text = new StringBuilder("retry: 1\n\n");
        Arrays.stream(cursors)
                .forEach(
                        cursor ->
                                text.append("id: %d\ndata: ".formatted(cursor))
                                        .append(event(cursor, "argocd/web"))
                                        .append("\n\n"));
        return text.toString();
    }

    private List<String> summaries(Typed.Ended ended) {
        return ended.lines().stream()
                .map(line -> line.replaceAll(".*(event \\d+).*", "$1"))
                .toList();
    }

    private List<String> lastEventIds() {
        return console.requests().stream()
                .filter(request -> request.line().contains("/stream"))
                .map(request -> request.headers().get("last-event-id"))
                .toList();
    }

    @Test
    void follows_from_now_on() {
        console.hasLogged("a/b", "a/b", "a/b").streams(sent(4, 5));
        var ended = Typed.at(console).run("events", "--follow", "-n", "2");
        assertThat(ended.code()).isZero();
        assertThat(summaries(ended)).containsExactly("event 4", "event 5");
        assertThat(lastEventIds()).containsExactly("3");
    }

    @Test
    void a_cut_stream_is_taken_up_behind_the_last_event() {
        console.streamsThenBreaks(sent(1, 2)).streams(sent(3));
        var ended = Typed.at(console).run("events", "-f", "-n", "3", "--after", "0");
        assertThat(summaries(ended)).containsExactly("event 1", "event 2", "event 3");
        assertThat(lastEventIds()).containsExactly("0", "2");
        assertThat(ended.err()).contains("went away", "is back; nothing was missed");
    }

    @Test
    void a_stream_that_ends_politely_is_taken_up_too() {
        console.streams(sent(1)).streams(sent(2));
        var ended = Typed.at(console).run("events", "-f", "-n", "2", "--after", "0");
        assertThat(summaries(ended)).containsExactly("event 1", "event 2");
    }

    @Test
    void a_console_that_restarts_is_waited_for() {
        console.streams(sent(1))
                .refuses("/api/events/stream", 503, "starting")
                .breaks("/api/events/stream")
                .streams(sent(2));
        var ended = Typed.at(console).run("events", "-f", "-n", "2", "--after", "0");
        assertThat(summaries(ended)).containsExactly("event 1", "event 2");
        assertThat(ended.err().lines().filter(line -> line.contains("went away"))).hasSize(1);
    }

    @Test
    void an_event_that_comes_twice_is_shown_once() {
        console.streamsThenBreaks(sent(1, 2)).streams(sent(1, 2, 3));
        var ended = Typed.at(console).run("events", "-f", "-n", "3", "--after", "0");
        assertThat(summaries(ended)).containsExactly("event 1", "event 2", "event 3");
    }

    @Test
    void half_an_event_is_none() {
        console.streamsThenBreaks(sent(1) + "id: 2\ndata: {\"cur").streams(sent(2));
        var ended = Typed.at(console).run("events", "-f", "-n", "2", "--after", "0", "-o", "json");
        assertThat(ended.lines()).hasSize(2).allMatch(line -> line.startsWith("{\"id\""));
    }

    @Test
    void a_console_that_was_never_there_ends_it() {
        var url = console.url();
        console.close();
        var ended = Typed.anywhere().run("events", "-f", "--after", "0", "--console", url);
        assertThat(ended.code()).isEqualTo(69);
    }

    @Test
    void only_one_applications_events_are_asked_for() {
        console.streams(sent(1));
        Typed.at(console).run("events", "-f", "-n", "1", "--after", "0", "-a", "argocd/web");
        assertThat(console.requestLines().getLast())
                .endsWith("/stream?after=0&application=argocd%2Fweb");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 7, 8, 9, 40, 1000, 2500})
    void the_newest_are_found_in_a_log_of_any_length(int length) {
        IntStream.range(0, length).forEach(i -> console.hasLogged(i % 5 == 0 ? "a/rare" : "a/b"));
        var events = new Events(new ConsoleApi(java.net.URI.create(console.url())), "");
        assertThat(events.lastCursor()).isEqualTo(length);
        var newest = events.newest(7);
        assertThat(newest).hasSize(Math.min(7, length));
        if (length > 0) {
            assertThat(Events.cursorOf(newest.get(newest.size() - 1))).isEqualTo(length);
        }
    }

    @Test
    void the_newest_of_a_quiet_application_are_found_further_back() {
        console.hasLogged("a/rare", "a/rare");
        IntStream.range(0, 300).forEach(_ -> console.hasLogged("a/b"));
        var ended = Typed.at(console).run("events", "-a", "a/rare", "-n", "5");
        assertThat(summaries(ended)).containsExactly("event 1", "event 2");
    }

    @Test
    void without_follow_the_newest_are_shown() {
        IntStream.range(0, 30).forEach(_ -> console.hasLogged("a/b"));
        var ended = Typed.at(console).run("events");
        assertThat(ended.lines()).hasSize(20);
        assertThat(summaries(ended).getLast()).isEqualTo("event 30");
    }
}
