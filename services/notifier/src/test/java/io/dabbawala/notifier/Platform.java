package io.dabbawala.notifier;

import io.dabbawala.testkit.LocalKafka;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/** A real broker with the topics, and a Twilio account whose address is this host. */
public final class Platform implements QuarkusTestResourceLifecycleManager {

    private LocalKafka kafka;
    private Sink sms;

    @Override
    public Map<String, String> start() {
        try {
            kafka = LocalKafka.start(1);
            sms = new Sink();
            var token = Files.writeString(kafka.directory().resolve("token"), "s3cret\n");
            return kafka.settings(
                    Map.of(
                            "notifier.twilio.base-url",
                            sms.address("").toString(),
                            "notifier.twilio.account-sid",
                            "AC1",
                            "notifier.twilio.auth-token-file",
                            token.toString(),
                            "notifier.allow-http",
                            "true",
                            "notifier.allow-loopback",
                            "true"));
        } catch (IOException e) {
            throw new UncheckedIOException("write the token", e);
        }
    }

    @Override
    public void stop() {
        sms.close();
        kafka.close();
    }
}
