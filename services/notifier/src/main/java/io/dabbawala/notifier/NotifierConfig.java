package io.dabbawala.notifier;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

@ConfigMapping(prefix = "notifier")
public interface NotifierConfig {

    /** On the first start, older events are not told. */
    @WithDefault("PT1H")
    Duration maxAge();

    /** How long a notice is tried, from when it became due. */
    @WithDefault("PT10M")
    Duration deadline();

    /** How long one attempt may take. */
    @WithDefault("PT10S")
    Duration timeout();

    /** How many SMS one number gets in an hour; what is beyond fails. */
    @WithDefault("20")
    int smsPerHour();

    /** Where the secrets lie that routes name by {@code urlFile} and {@code secretFile}. */
    @WithDefault("secrets")
    Path secretsDirectory();

    /** Whether messages may travel unencrypted. */
    @WithDefault("false")
    boolean allowHttp();

    /** Whether this host may be a recipient. */
    @WithDefault("false")
    boolean allowLoopback();

    /** Networks that may be recipients although they are not public, as {@code 10.1.0.0/16}. */
    Optional<List<String>> allowedNetworks();

    Twilio twilio();

    interface Twilio {

        @WithDefault("https://api.twilio.com")
        URI baseUrl();

        Optional<String> accountSid();

        /** A file whose first line is the token of the account. */
        Optional<Path> authTokenFile();
    }
}
