package io.dabbawala.console.sql;

import io.dabbawala.console.timeline.ApplicationView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where the applications stand. */
public final class Applications {

    public record Row(ApplicationView view, Instant updatedAt) {}

    private static final String SELECT = "select standing, updated_at from application";

    private final Database database;

    public Applications(Database database) {
        this.database = database;
    }

    /** Those that are declared, by name. */
    public List<Row> declared() {
        return database
                .read(
                        connection ->
                                Rows.query(
                                        connection, SELECT + " order by name", Applications::row))
                .stream()
                .filter(row -> row.view().isDeclared())
                .toList();
    }

    public Optional<Row> named(String application) {
        return database
                .read(
                        connection ->
                                Rows.query(
                                        connection,
                                        SELECT + " where name = ?",
                                        Applications::row,
                                        application))
                .stream()
                .findFirst();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(Standing.read(row.getString("standing")), Rows.instant(row, "updated_at"));
    }
}
