package io.dabbawala.notifier.kafka;

import io.dabbawala.notifier.kafka.TopicReader.Told;
import io.dabbawala.notifier.message.Account;
import io.dabbawala.notifier.message.News;
import io.dabbawala.notifier.route.Due;
import io.dabbawala.notifier.route.RouteBook;
import io.dabbawala.notifier.send.Lanes;
import io.dabbawala.notifier.send.Notice;
import io.dabbawala.notifier.send.Settlement;
import io.dabbawala.platform.Envelope;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** From news to settled notices, knowing all that was settled before. */
public final class NoticeDesk {

    private static final Logger LOG = Logger.getLogger(NoticeDesk.class);
    private static final String SERVICE = "notifier";

    private final RouteBook routes;
    private final Lanes lanes;
    private final Voice voice;
    private final Memory memory;
    private final Clock clock;
    private final Map<String, CompletionStage<Void>> underWay = new ConcurrentHashMap<>();
    private Optional<Past> past = Optional.empty();

    public NoticeDesk(RouteBook routes, Lanes lanes, Voice voice, Memory memory, Clock clock) {
        this.routes = routes;
        this.lanes = lanes;
        this.voice = voice;
        this.memory = memory;
        this.clock = clock;
    }

    /** Completes when everybody who has to be told was told, or could not be. */
    CompletionStage<Void> tell(Told told) {
        var news = told.news();
        if (past().isOver(news.time())) {
            LOG.debugf("too old to be told: event=%s time=%s", news.event(), news.time());
            return done();
        }
        var due = routes.due(news);
        if (due.isEmpty()) {
            LOG.infof("news: %s", Account.of(news.happening()).line());
        }
        return CompletableFuture.allOf(
                due.stream()
                        .map(one -> notice(one, news, told.envelope()))
                        .map(notice -> deliver(notice, told.envelope()))
                        .map(CompletionStage::toCompletableFuture)
                        .toArray(CompletableFuture<?>[]::new));
    }

    /** Tells once that a route cannot be read. */
    CompletionStage<Void> report(Misdeclared route) {
        var problems = String.join("; ", route.problems());
        LOG.warnf("route not read: route=%s reason=%s", route.key(), problems);
        var id = id(route.envelope(), route.key(), problems);
        return past().isOver(route.envelope().time()) || !past().claim(id)
                ? done()
                : voice.settled(
                        NoticeMessages.unreadable(id, route, clock.instant()), route.envelope());
    }

    /** What is told already is done; what is being told is waited for. */
    private synchronized CompletionStage<Void> deliver(Notice notice, Envelope cause) {
        if (!past().claim(notice.id())) {
            return underWay.getOrDefault(notice.id(), done());
        }
        var told = lanes.deliver(notice).thenCompose(how -> settle(notice, how, cause));
        underWay.put(notice.id(), told);
        return told.whenComplete((_, _) -> underWay.remove(notice.id()));
    }

    private CompletionStage<Void> settle(Notice notice, Settlement how, Envelope cause) {
        return voice.settled(NoticeMessages.write(notice, how, clock.instant()), cause);
    }

    private Notice notice(Due due, News news, Envelope cause) {
        var id = id(cause, news.key(), due.route() + "|" + due.target().identity());
        return new Notice(id, due.route(), due.target(), news);
    }

    private String id(Envelope cause, String subject, String step) {
        return cause.causes(SERVICE, "Notice", subject, step, clock.instant()).id();
    }

    private synchronized Past past() {
        var known = past.orElseGet(memory::read);
        past = Optional.of(known);
        return known;
    }

    private static CompletionStage<Void> done() {
        return CompletableFuture.completedFuture(null);
    }
}
