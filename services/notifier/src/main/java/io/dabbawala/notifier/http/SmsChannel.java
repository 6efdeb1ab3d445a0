package io.dabbawala.notifier.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.dabbawala.notifier.http.SecretFiles.Secret;
import io.dabbawala.notifier.message.News;
import io.dabbawala.notifier.message.SmsText;
import io.dabbawala.notifier.route.Target;
import io.dabbawala.notifier.send.Attempt;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** SMS by the API of Twilio, or of whatever speaks it at the configured address. */
record SmsChannel(HttpClient client, Optional<TwilioAccount> account) {

    Attempt send(Target.Sms target, News news) {
        return account.map(it -> send(it, target, news))
                .orElseGet(
                        () ->
                                new Attempt.Refused(
                                        "NOT_CONFIGURED: SMS need notifier.twilio.account-sid and"
                                                + " notifier.twilio.auth-token-file"));
    }

    private Attempt send(TwilioAccount account, Target.Sms target, News news) {
        return switch (token(account)) {
            case Secret.Missing(var reason) -> new Attempt.Refused(reason);
            case Secret.Found token ->
                    client.send(
                            new Post(
                                    messages(account),
                                    Map.of(
                                            "Content-Type",
                                            "application/x-www-form-urlencoded",
                                            "Authorization",
                                            basic(account.sid(), token.first())),
                                    form(target, news).getBytes(UTF_8)));
        };
    }

    private static Secret token(TwilioAccount account) {
        var name = "notifier.twilio.auth-token-file";
        try {
            return SecretFiles.read(account.tokenFile(), name);
        } catch (IOException _) {
            return SecretFiles.missing(name);
        }
    }

    private static URI messages(TwilioAccount account) {
        var base = account.baseUrl().toString().replaceFirst("/+$", "");
        return URI.create(
                "%s/2010-04-01/Accounts/%s/Messages.json".formatted(base, encoded(account.sid())));
    }

    private static String form(Target.Sms target, News news) {
        return Stream.of(
                        Map.entry("To", target.to()),
                        Map.entry("From", target.from()),
                        Map.entry("Body", SmsText.of(news)))
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(joining("&"));
    }

    private static String basic(String user, String password) {
        var pair = (user + ":" + password).getBytes(UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
