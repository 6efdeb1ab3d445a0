package io.dabbawala.console.sql;

import io.dabbawala.console.event.Event;
import io.dabbawala.console.timeline.ApplicationView;
import io.dabbawala.console.timeline.Entry;
import io.dabbawala.console.timeline.Story;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** The deliveries, and the story of each. */
public final class Deliveries {

    public record Row(String delivery, Instant startedAt, ApplicationView view) {}

    private static final String SELECT = "select id, started_at, standing from delivery";

    private final Database database;

    public Deliveries(Database database) {
        this.database = database;
    }

    public Optional<Row> named(String delivery) {
        return database
                .read(
                        connection ->
                                Rows.query(
                                        connection,
                                        SELECT + " where id = ?",
                                        Deliveries::row,
                                        delivery))
                .stream()
                .findFirst();
    }

    public List<Row> newest(String application, int limit) {
        var order = " order by started_at desc, id desc limit " + limit;
        return database.read(
                connection ->
                        application.isEmpty()
                                ? Rows.query(connection, SELECT + order, Deliveries::row)
                                : Rows.query(
                                        connection,
                                        SELECT + " where application = ?" + order,
                                        Deliveries::row,
                                        application));
    }

    /**
     * Every event of the delivery and, upwards by cause, what led to its first ones. An event of
     * another delivery is named, but its own story is not told here.
     */
    public List<Entry> story(String delivery) {
        return database.read(
                connection -> {
                    var own = entries(connection, "delivery = ?", delivery);
                    var told = new LinkedHashMap<String, Entry>();
                    own.forEach(entry -> told.put(entry.header().id(), entry));
                    var open = new ArrayDeque<>(own);
                    while (!open.isEmpty()) {
                        var cause = open.removeFirst().header().cause();
                        if (told.containsKey(cause)) {
                            continue;
                        }
                        for (var entry : entries(connection, "id = ?", cause)) {
                            told.put(cause, entry);
                            if (entry.header().delivery().isEmpty()) {
                                open.add(entry);
                            }
                        }
                    }
                    return Story.of(List.copyOf(told.values()));
                });
    }

    /** Part of the transaction that keeps the event. */
    static void keep(Connection connection, Event event) throws SQLException {
        var id = event.header().delivery();
        var known = Rows.query(connection, SELECT + " where id = ?", Deliveries::row, id);
        if (known.isEmpty()) {
            Rows.update(
                    connection,
                    "insert into delivery (id, application, started_at, standing)"
                            + " values (?, ?, ?, ?)",
                    id,
                    event.application(),
                    event.time(),
                    Standing.write(
                            ApplicationView.nothingKnownOf(event.application()).after(event)));
        } else {
            Rows.update(
                    connection,
                    "update delivery set standing = ?, started_at = least(started_at, ?)"
                            + " where id = ?",
                    Standing.write(known.getFirst().view().after(event)),
                    event.time(),
                    id);
        }
    }

    private static List<Entry> entries(Connection connection, String where, String parameter)
            throws SQLException {
        return Rows.query(
                connection,
                "select " + EventLog.columns() + " from event where " + where,
                EventLog::entry,
                parameter);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("id"),
                Rows.instant(row, "started_at"),
                Standing.read(row.getString("standing")));
    }
}
