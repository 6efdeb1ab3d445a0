package io.dabbawala.notifier.send;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PatienceTest {

    private final Patience patience = new Patience(ofSeconds(1), ofSeconds(30), ofSeconds(600));

    @Test
    void the_pause_doubles_up_to_the_longest() {
        assertThat(patience.pause(1, ZERO, ZERO)).contains(ofSeconds(1));
        assertThat(patience.pause(4, ZERO, ZERO)).contains(ofSeconds(8));
        assertThat(patience.pause(6, ZERO, ZERO)).contains(ofSeconds(30));
        assertThat(patience.pause(100, ZERO, ZERO)).contains(ofSeconds(30));
    }

    @Test
    void is_never_shorter_than_the_recipient_asks_for() {
        assertThat(patience.pause(1, ofSeconds(120), ZERO)).contains(ofSeconds(120));
        assertThat(patience.pause(6, ofSeconds(1), ZERO)).contains(ofSeconds(30));
    }

    @Test
    void ends_at_the_deadline() {
        assertThat(patience.pause(1, ZERO, ofSeconds(599))).contains(ofSeconds(1));
        assertThat(patience.pause(1, ZERO, ofSeconds(600))).isEmpty();
        assertThat(patience.pause(1, ofSeconds(601), ZERO)).isEmpty();
    }
}
