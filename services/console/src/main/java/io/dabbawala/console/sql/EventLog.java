package io.dabbawala.console.sql;

import io.dabbawala.console.event.Event;
import io.dabbawala.console.event.Header;
import io.dabbawala.console.timeline.ApplicationView;
import io.dabbawala.console.timeline.Entry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Every event once, in the order in which they were kept, and what each of them changes. */
public final class EventLog {

    private static final String COLUMNS =
            "id, log_cursor, type, topic, source, subject, event_time, delivery, cause,"
                    + " application, summary";

    private final Database database;
    private final Object moved = new Object();
    private long kept;

    public EventLog(Database database) {
        this.database = database;
    }

    /** False if it was kept before: then nothing is changed. */
    public boolean keep(Event event) {
        var isNew = keptInTransaction(event);
        if (isNew) {
            synchronized (moved) {
                kept++;
                moved.notifyAll();
            }
        }
        return isNew;
    }

    /** As {@link #after}, but waits for events when there are none; it may return without one. */
    public List<Entry> awaitAfter(long cursor, String application, int limit, Duration patience)
            throws InterruptedException {
        var seen = keptSoFar();
        var known = after(cursor, application, limit);
        if (!known.isEmpty()) {
            return known;
        }
        synchronized (moved) {
            if (seen == kept) {
                moved.wait(patience.toMillis());
            }
        }
        return after(cursor, application, limit);
    }

    private long keptSoFar() {
        synchronized (moved) {
            return kept;
        }
    }

    private boolean keptInTransaction(Event event) {
        return database.inTransaction(
                connection -> {
                    var cursor = nextCursor(connection);
                    if (isKept(connection, event.header().id())) {
                        connection.rollback();
                        return false;
                    }
                    var view = applicationView(connection, event);
                    insert(connection, cursor, event, view.summaryOf(event));
                    if (!event.application().isEmpty()) {
                        change(connection, event, view.after(event));
                    }
                    return true;
                });
    }

    public List<Entry> after(long cursor, String application, int limit) {
        var sql =
                "select "
                        + COLUMNS
                        + " from event where log_cursor > ?"
                        + (application.isEmpty() ? "" : " and application = ?")
                        + " order by log_cursor limit "
                        + limit;
        return database.read(
                connection ->
                        application.isEmpty()
                                ? Rows.query(connection, sql, EventLog::entry, cursor)
                                : Rows.query(
                                        connection, sql, EventLog::entry, cursor, application));
    }

    public long lastCursor() {
        return database.read(
                connection ->
                        Rows.query(
                                        connection,
                                        "select cursor_value from log_head",
                                        row -> row.getLong(1))
                                .getFirst());
    }

    private static long nextCursor(Connection connection) throws SQLException {
        Rows.update(connection, "update log_head set cursor_value = cursor_value + 1");
        return Rows.query(connection, "select cursor_value from log_head", row -> row.getLong(1))
                .getFirst();
    }

    private static boolean isKept(Connection connection, String id) throws SQLException {
        return !Rows.query(connection, "select 1 from event where id = ?", _ -> true, id).isEmpty();
    }

    private static ApplicationView applicationView(Connection connection, Event event)
            throws SQLException {
        return Rows.query(
                        connection,
                        "select standing from application where name = ?",
                        row -> Standing.read(row.getString(1)),
                        event.application())
                .stream()
                .findFirst()
                .orElseGet(() -> ApplicationView.nothingKnownOf(event.application()));
    }

    private static void insert(Connection connection, long cursor, Event event, String summary)
            throws SQLException {
        var header = event.header();
        Rows.update(
                connection,
                "insert into event (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                header.id(),
                cursor,
                header.type(),
                header.topic(),
                header.source(),
                header.subject(),
                header.time(),
                header.delivery(),
                header.cause(),
                event.application(),
                summary);
    }

    private static void change(Connection connection, Event event, ApplicationView view)
            throws SQLException {
        var standing = Standing.write(view);
        var updated =
                Rows.update(
                        connection,
                        "update application set standing = ?, updated_at = greatest(updated_at, ?)"
                                + " where name = ?",
                        standing,
                        event.time(),
                        event.application());
        if (updated == 0) {
            Rows.update(
                    connection,
                    "insert into application (name, updated_at, standing) values (?, ?, ?)",
                    event.application(),
                    event.time(),
                    standing);
        }
        if (!event.header().delivery().isEmpty()) {
            Deliveries.keep(connection, event);
        }
    }

    static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("log_cursor"),
                new Header(
                        row.getString("id"),
                        row.getString("type"),
                        row.getString("topic"),
                        row.getString("source"),
                        row.getString("subject"),
                        Rows.instant(row, "event_time"),
                        row.getString("delivery"),
                        row.getString("cause")),
                row.getString("application"),
                row.getString("summary"));
    }

    static String columns() {
        return COLUMNS;
    }
}
