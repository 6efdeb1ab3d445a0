package io.dabbawala.gitwatcher.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dabbawala.gitwatcher.sender.Sender;
import org.junit.jupiter.api.Test;

class CapacityTest {

    private final Capacity capacity = new Capacity(2, 25 << 20);

    @Test
    void the_third_of_two_at_once_is_turned_away_and_the_next_one_is_not() {
        var third =
                capacity.within(() -> capacity.within(() -> capacity.within(() -> "third")).get());

        assertThat(third.orElseThrow()).isEmpty();
        assertThat(capacity.within(() -> "next")).contains("next");
    }

    @Test
    void a_place_is_free_again_however_the_work_ended() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> capacity.within(CapacityTest::fail)).hasMessage("broken");
        }

        assertThat(capacity.within(() -> "next")).contains("next");
    }

    @Test
    void github_may_send_as_much_as_is_configured_and_everybody_else_a_mebibyte() {
        var github = Sender.named("github").orElseThrow();
        var gitlab = Sender.named("gitlab").orElseThrow();

        assertThat(capacity.takes(github, 25 << 20)).isTrue();
        assertThat(capacity.takes(github, (25 << 20) + 1)).isFalse();
        assertThat(capacity.takes(gitlab, 1 << 20)).isTrue();
        assertThat(capacity.takes(gitlab, (1 << 20) + 1)).isFalse();
    }

    @Test
    void more_than_github_ever_sends_is_a_mistake_of_the_configuration() {
        assertThatThrownBy(() -> new Capacity(64, 26 << 20))
                .hasMessageContaining("git-watcher.largest-github-webhook");
    }

    private static String fail() {
        throw new IllegalStateException("broken");
    }
}
