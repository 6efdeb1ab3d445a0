package io.dabbawala.notifier.send;

import static io.dabbawala.notifier.Told.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.notifier.route.Reference;
import io.dabbawala.notifier.route.Target;
import org.junit.jupiter.api.Test;

class SmsAllowanceTest {

    private static final Target ASHA = new Target.Sms("+910000000001", "DABBAW");
    private static final Target RAVI = new Target.Sms("+910000000002", "DABBAW");

    private final SmsAllowance allowance = new SmsAllowance(2);

    @Test
    void a_number_gets_so_many_in_an_hour_and_then_more_in_the_next() {
        assertThat(allowance.grants(ASHA, NOON)).isTrue();
        assertThat(allowance.grants(ASHA, NOON.plusSeconds(60))).isTrue();
        assertThat(allowance.grants(ASHA, NOON.plusSeconds(120))).isFalse();
        assertThat(allowance.grants(RAVI, NOON.plusSeconds(120))).isTrue();
        assertThat(allowance.grants(ASHA, NOON.plusSeconds(3599))).isFalse();
        assertThat(allowance.grants(ASHA, NOON.plusSeconds(3600))).isTrue();
    }

    @Test
    void other_channels_are_not_counted() {
        var slack = new Target.Slack(new Reference.InFile("slack"));

        for (int i = 0; i < 10; i++) {
            assertThat(allowance.grants(slack, NOON)).isTrue();
        }
    }
}
