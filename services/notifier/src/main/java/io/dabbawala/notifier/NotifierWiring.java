package io.dabbawala.notifier;

import io.dabbawala.notifier.http.AddressRange;
import io.dabbawala.notifier.http.EgressGuard;
import io.dabbawala.notifier.http.HttpChannels;
import io.dabbawala.notifier.http.HttpClient;
import io.dabbawala.notifier.http.SecretFiles;
import io.dabbawala.notifier.http.TwilioAccount;
import io.dabbawala.notifier.kafka.Consumers;
import io.dabbawala.notifier.kafka.NoticeDesk;
import io.dabbawala.notifier.kafka.NoticesTopic;
import io.dabbawala.notifier.kafka.RouteFollower;
import io.dabbawala.notifier.kafka.Voice;
import io.dabbawala.notifier.route.RouteBook;
import io.dabbawala.notifier.send.Channel;
import io.dabbawala.notifier.send.Courier;
import io.dabbawala.notifier.send.Lanes;
import io.dabbawala.notifier.send.Patience;
import io.dabbawala.notifier.send.SmsAllowance;
import io.dabbawala.platform.Inbox;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Makes the plain objects of this service into beans. */
final class NotifierWiring {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    @Produces
    @Singleton
    Channel channel(NotifierConfig config, Vertx vertx, Clock clock) {
        var guard = new EgressGuard(exceptions(config), InetAddress::getAllByName);
        return new HttpChannels(
                new HttpClient(vertx, guard, config.timeout(), clock),
                new SecretFiles(config.secretsDirectory()),
                twilio(config.twilio()),
                clock);
    }

    @Produces
    @Singleton
    RouteBook routes() {
        return new RouteBook();
    }

    @Produces
    @Singleton
    Consumers consumers(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        return new Consumers(broker);
    }

    @Produces
    @Singleton
    NoticeDesk desk(RouteBook routes, Lanes lanes, Voice voice, NoticesTopic past, Clock clock) {
        return new NoticeDesk(routes, lanes, voice, past, clock);
    }

    @Produces
    @Singleton
    NoticesTopic past(NotifierConfig config, Consumers consumers, Inbox inbox, Clock clock) {
        return new NoticesTopic(consumers, inbox, config.maxAge(), clock);
    }

    @Produces
    @Singleton
    Lanes lanes(NotifierConfig config, Channel channel, Clock clock) {
        var patience = new Patience(FIRST_PAUSE, LONGEST_PAUSE, config.deadline());
        return new Lanes(
                new Courier(
                        channel,
                        patience,
                        new SmsAllowance(config.smsPerHour()),
                        clock,
                        Thread::sleep),
                Executors.newVirtualThreadPerTaskExecutor(),
                clock);
    }

    @Produces
    @Singleton
    @Startup
    RouteFollower follower(Consumers consumers, Inbox inbox, RouteBook book, NoticeDesk desk) {
        var follower = new RouteFollower(consumers, inbox, book, desk);
        follower.start();
        return follower;
    }

    void close(@Disposes RouteFollower follower) {
        follower.close();
    }

    private static EgressGuard.Exceptions exceptions(NotifierConfig config) {
        var loopback = config.allowLoopback() ? EgressGuard.LOOPBACK : List.<AddressRange>of();
        var networks = config.allowedNetworks().orElse(List.of()).stream().map(AddressRange::of);
        return new EgressGuard.Exceptions(
                config.allowHttp(), Stream.concat(loopback.stream(), networks).toList());
    }

    private static Optional<TwilioAccount> twilio(NotifierConfig.Twilio twilio) {
        return twilio.accountSid()
                .flatMap(
                        sid ->
                                twilio.authTokenFile()
                                        .map(
                                                file ->
                                                        new TwilioAccount(
                                                                twilio.baseUrl(), sid, file)));
    }
}
