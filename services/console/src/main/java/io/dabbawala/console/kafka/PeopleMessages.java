package io.dabbawala.console.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dabbawala.console.command.Command;
import io.dabbawala.console.event.DeadLetterKept;
import io.dabbawala.console.event.Event;
import io.dabbawala.console.event.Header;
import io.dabbawala.console.event.Notice;
import io.dabbawala.console.event.Order;
import io.dabbawala.events.Commanded;
import io.dabbawala.events.DeadLetter;
import io.dabbawala.events.NoticeOutcome;
import io.dabbawala.events.NoticeSettled;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What people want, what they were told, and what nobody could read. */
final class PeopleMessages {

    static Event order(Header header, Commanded command) {
        return new Order(
                Parts.within(header, Parts.orEmpty(command.getDelivery())),
                command.getApplication(),
                Order.Wanted.valueOf(command.getCommand().name()),
                command.getActor(),
                command.getReason(),
                Parts.orEmpty(command.getDigest()),
                Parts.orEmpty(command.getRevision()));
    }

    static Event notice(Header header, NoticeSettled notice) {
        return new Notice(
                Parts.within(header, notice.getDelivery()),
                notice.getApplication(),
                notice.getOutcome() == NoticeOutcome.DELIVERED,
                notice.getChannel(),
                notice.getRecipient(),
                notice.getEventType(),
                notice.getReason());
    }

    static Event deadLetter(Header header, DeadLetter letter) {
        var key = letter.getKey();
        return new DeadLetterKept(
                header,
                "%s-%d@%d%s"
                        .formatted(
                                letter.getTopic(),
                                letter.getPartition(),
                                letter.getOffset(),
                                key == null ? "" : " of " + UTF_8.decode(key.duplicate())),
                letter.getService(),
                letter.getReason());
    }

    static Commanded write(Command command, Instant at) {
        return Commanded.newBuilder()
                .setApplication(command.application())
                .setCommand(io.dabbawala.events.Command.valueOf(command.wanted().name()))
                .setActor(command.person().actor())
                .setReason(command.person().reason())
                .setDelivery(orNull(command.target().delivery()))
                .setDigest(orNull(command.target().digest()))
                .setRevision(orNull(command.target().revision()))
                .setCommandedAt(at)
                .build();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private PeopleMessages() {}
}
