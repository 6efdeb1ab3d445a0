package io.dabbawala.notifier.kafka;

import io.dabbawala.events.NoticeOutcome;
import io.dabbawala.events.NoticeSettled;
import io.dabbawala.notifier.message.Account;
import io.dabbawala.notifier.send.Notice;
import io.dabbawala.notifier.send.Settlement;
import java.time.Instant;

final class NoticeMessages {

    static NoticeSettled write(Notice notice, Settlement settlement, Instant now) {
        var news = notice.news();
        return NoticeSettled.newBuilder()
                .setNotice(notice.id())
                .setOutcome(settlement.delivered() ? NoticeOutcome.DELIVERED : NoticeOutcome.FAILED)
                .setChannel(notice.target().channel())
                .setRecipient(notice.target().recipient())
                .setApplication(news.happening().application())
                .setDelivery(news.delivery())
                .setEvent(news.event())
                .setEventType(news.type())
                .setText(Account.of(news.happening()).line())
                .setAttempts(settlement.attempts())
                .setReason(settlement.reason())
                .setSettledAt(now)
                .build();
    }

    /** Nobody can be told by a route that cannot be read; that is told here. */
    static NoticeSettled unreadable(String notice, Misdeclared route, Instant now) {
        return NoticeSettled.newBuilder()
                .setNotice(notice)
                .setOutcome(NoticeOutcome.FAILED)
                .setChannel("route")
                .setRecipient(route.key())
                .setEvent(route.envelope().id())
                .setEventType("Declared")
                .setText("")
                .setAttempts(0)
                .setReason("UNREADABLE_ROUTE: " + String.join("; ", route.problems()))
                .setSettledAt(now)
                .build();
    }

    private NoticeMessages() {}
}
