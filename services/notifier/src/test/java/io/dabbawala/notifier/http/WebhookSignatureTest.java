package io.dabbawala.notifier.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

    private static final String CONTENT =
            "msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{\"test\": 2432232314}";
    private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @Test
    void is_that_of_the_reference_libraries() {
        assertThat(WebhookSignature.of(List.of(KEY), CONTENT))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void there_is_one_for_each_key_while_keys_are_exchanged() {
        assertThat(WebhookSignature.of(List.of(KEY, "plain"), CONTENT).split(" "))
                .hasSize(2)
                .allMatch(signature -> signature.startsWith("v1,"))
                .doesNotHaveDuplicates();
    }
}
