package io.dabbawala.notifier.http;

import static io.dabbawala.notifier.Told.NOON;
import static io.dabbawala.notifier.Told.notice;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.dabbawala.notifier.Sink;
import io.dabbawala.notifier.Told;
import io.dabbawala.notifier.message.SlackText;
import io.dabbawala.notifier.message.SmsText;
import io.dabbawala.notifier.message.WebhookText;
import io.dabbawala.notifier.route.Reference;
import io.dabbawala.notifier.route.Target;
import io.dabbawala.notifier.send.Attempt;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every channel against a server on this host. */
class HttpChannelsTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    private static final String START = "HTTP/1.1 200 OK\r\nX: ";

    enum Way {
        SLACK,
        SMS,
        WEBHOOK
    }

    @TempDir Path directory;

    private final Sink sink = new Sink();
    private HttpChannels channels;

    @AfterAll
    static void endAll() {
        VERTX.close();
    }

    @BeforeEach
    void begin() throws IOException {
        Files.writeString(directory.resolve("token"), "s3cret\n");
        Files.writeString(directory.resolve("key"), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n");
        channels = channels(EgressGuard.LOOPBACK);
    }

    @AfterEach
    void end() {
        sink.close();
    }

    @Test
    void slack_gets_blocks_as_json() {
        // When
        var attempt = attempt(Way.SLACK);

        // Then
        var request = sink.requests().getFirst();
        assertThat(attempt).isEqualTo(new Attempt.Accepted());
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/hook?a=b");
        assertThat(request.header("Content-type")).startsWith("application/json");
        assertThat(request.body()).isEqualTo(SlackText.of(Told.rolledBack()));
    }

    @Test
    void twilio_gets_a_form_from_the_account() {
        // When
        var attempt = attempt(Way.SMS);

        // Then
        var request = sink.requests().getFirst();
        assertThat(attempt).isEqualTo(new Attempt.Accepted());
        assertThat(request.path()).isEqualTo("/2010-04-01/Accounts/AC1/Messages.json");
        assertThat(request.header("Authorization"))
                .isEqualTo(
                        "Basic "
                                + Base64.getEncoder().encodeToString("AC1:s3cret".getBytes(UTF_8)));
        assertThat(List.of(request.body().split("&")))
                .extracting(field -> URLDecoder.decode(field, UTF_8))
                .containsExactly(
                        "To=+910000000001", "From=DABBAW", "Body=" + SmsText.of(Told.rolledBack()));
    }

    @Test
    void a_webhook_is_signed_and_keeps_its_id() {
        // When
        attempt(Way.WEBHOOK);
        attempt(Way.WEBHOOK);

        // Then
        var request = sink.requests().getFirst();
        var id = notice(target(Way.WEBHOOK)).id();
        assertThat(request.body()).isEqualTo(WebhookText.of(Told.rolledBack()));
        assertThat(request.header("Webhook-timestamp")).isEqualTo("" + NOON.getEpochSecond());
        assertThat(request.header("Webhook-signature"))
                .isEqualTo(
                        WebhookSignature.of(
                                List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
                                id + "." + NOON.getEpochSecond() + "." + request.body()));
        assertThat(sink.requests())
                .extracting(one -> one.header("Webhook-id"))
                .containsExactly(id, id);
    }

    @ParameterizedTest
    @EnumSource
    void waits_as_long_as_it_is_asked_to(Way way) {
        sink.answer(Sink.status(429, "Retry-After", "7"));
        assertThat(attempt(way)).isEqualTo(later(429, ofSeconds(7)));

        sink.answer(Sink.status(429, "Retry-After", "Tue, 24 Nov 2026 12:00:30 GMT"));
        assertThat(attempt(way)).isEqualTo(later(429, ofSeconds(30)));

        sink.answer(Sink.status(503, "Retry-After", "yesterday"));
        assertThat(attempt(way)).isEqualTo(later(503, ZERO));
    }

    @ParameterizedTest
    @EnumSource
    void tries_again_what_failed_there(Way way) {
        sink.answer(Sink.status(500));

        assertThat(attempt(way)).isEqualTo(later(500, ZERO));
    }

    @ParameterizedTest
    @EnumSource
    void does_not_try_again_what_was_refused(Way way) {
        sink.answer(Sink.status(404));

        assertThat(attempt(way)).isEqualTo(new Attempt.Refused("HTTP_404: 127.0.0.1 answered 404"));
    }

    @ParameterizedTest
    @EnumSource
    void follows_no_redirect(Way way) {
        // Given
        try (var elsewhere = new Sink()) {
            sink.answer(Sink.status(307, "Location", elsewhere.address("/").toString()));

            // When
            var attempt = attempt(way);

            // Then
            assertThat(attempt)
                    .isEqualTo(
                            new Attempt.Refused(
                                    "HTTP_307: 127.0.0.1 answered 307, redirects are not"
                                            + " followed"));
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void gives_up_on_a_silent_recipient(Way way) {
        // Given
        var never = new CountDownLatch(1);
        sink.answer(
                _ -> {
                    try {
                        never.await();
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                });

        // Then
        assertThat(attempt(way))
                .isInstanceOfSatisfying(
                        Attempt.TryLater.class,
                        later -> assertThat(later.reason()).startsWith("UNREACHABLE: 127.0.0.1"));
    }

    @Test
    void gives_up_on_a_recipient_that_answers_a_byte_at_a_time() throws IOException {
        // Given
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var address = URI.create("http://127.0.0.1:%d/".formatted(server.getLocalPort()));
            var dripping = Thread.ofVirtual().start(() -> drip(server));

            // When
            var attempt = attempt(new Target.Slack(new Reference.Inline(address)));

            // Then
            assertThat(attempt).isInstanceOf(Attempt.TryLater.class);
            assertThatCode(() -> dripping.join(Duration.ofSeconds(10))).doesNotThrowAnyException();
            assertThat(dripping.isAlive()).isFalse();
        }
    }

    /** Ends when nobody listens any more. */
    private static void drip(ServerSocket server) {
        try (var socket = server.accept()) {
            for (int i = 0; i < 100_000; i++) {
                socket.getOutputStream().write(i < START.length() ? START.charAt(i) : 'x');
                socket.getOutputStream().flush();
                Thread.sleep(50);
            }
        } catch (IOException | InterruptedException _) {
            // the recipient was given up
        }
    }

    @ParameterizedTest
    @EnumSource
    void reads_nothing_of_an_endless_answer(Way way) {
        // Given
        sink.answer(
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    var block = new byte[1 << 16];
                    for (int i = 0; i < 16_000; i++) { // a gigabyte, if anybody took it
                        exchange.getResponseBody().write(block);
                    }
                });

        // Then
        assertThat(attempt(way)).isEqualTo(new Attempt.Accepted());
    }

    @ParameterizedTest
    @EnumSource
    void nobody_there_may_be_there_later(Way way) {
        // Given
        var target = target(way);
        sink.close();

        // Then
        assertThat(channels.attempt(notice(target))).isInstanceOf(Attempt.TryLater.class);
    }

    @ParameterizedTest
    @EnumSource
    void connects_to_nothing_the_guard_forbids(Way way) {
        // Given
        channels = channels(List.of());

        // Then
        assertThat(attempt(way))
                .isEqualTo(
                        new Attempt.Refused(
                                "EGRESS_FORBIDDEN: 127.0.0.1 is 127.0.0.1, which is not public"));
        assertThat(sink.requests()).isEmpty();
    }

    @Test
    void an_address_may_lie_in_a_file_among_the_secrets() throws IOException {
        // Given
        Files.writeString(directory.resolve("slack"), sink.address("/secret") + "\n");

        // When
        var attempt = attempt(new Target.Slack(new Reference.InFile("slack")));

        // Then
        assertThat(attempt).isEqualTo(new Attempt.Accepted());
        assertThat(sink.requests()).extracting(Sink.Request::path).containsExactly("/secret");
    }

    @Test
    void no_other_file_can_be_named() throws IOException {
        // Given
        Files.writeString(directory.resolve("text"), "no address: s3cret");
        Files.createSymbolicLink(directory.resolve("link"), Path.of("/etc/hostname"));

        // Then
        for (var file : List.of("../x", "/etc/hostname", "link", "none", ".", "\0")) {
            assertThat(attempt(new Target.Slack(new Reference.InFile(file))))
                    .isInstanceOfSatisfying(
                            Attempt.Refused.class,
                            it -> assertThat(it.reason()).startsWith("SECRET_MISSING: "));
        }
        assertThat(attempt(new Target.Slack(new Reference.InFile("text"))))
                .isEqualTo(new Attempt.Refused("SECRET_UNREADABLE: text holds no address"));
        assertThat(sink.requests()).isEmpty();
    }

    @Test
    void sms_need_an_account() {
        channels = new HttpChannels(client(List.of()), secrets(), Optional.empty(), CLOCK);

        assertThat(attempt(Way.SMS))
                .isInstanceOfSatisfying(
                        Attempt.Refused.class,
                        it -> assertThat(it.reason()).startsWith("NOT_CONFIGURED: "));
    }

    private Attempt attempt(Way way) {
        return attempt(target(way));
    }

    private Attempt attempt(Target target) {
        return channels.attempt(notice(target));
    }

    private Target target(Way way) {
        var hook = new Reference.Inline(sink.address("/hook?a=b"));
        return switch (way) {
            case SLACK -> new Target.Slack(hook);
            case SMS -> new Target.Sms("+910000000001", "DABBAW");
            case WEBHOOK -> new Target.Webhook(hook, "key");
        };
    }

    private static Attempt later(int status, Duration atLeast) {
        return new Attempt.TryLater(
                "HTTP_%d: 127.0.0.1 answered %d".formatted(status, status), atLeast);
    }

    private HttpChannels channels(List<AddressRange> allowed) {
        var account = new TwilioAccount(sink.address("/"), "AC1", directory.resolve("token"));
        return new HttpChannels(client(allowed), secrets(), Optional.of(account), CLOCK);
    }

    private SecretFiles secrets() {
        return new SecretFiles(directory);
    }

    private static HttpClient client(List<AddressRange> allowed) {
        var guard =
                new EgressGuard(
                        new EgressGuard.Exceptions(true, allowed), InetAddress::getAllByName);
        return new HttpClient(VERTX, guard, Duration.ofMillis(700), CLOCK);
    }
}
