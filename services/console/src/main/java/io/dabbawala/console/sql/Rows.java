package io.dabbawala.console.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Statements with their parameters, results as lists. */
final class Rows {

    /** One row as one of our own values. */
    @FunctionalInterface
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    static <T> List<T> query(
            Connection connection, String sql, Reading<T> reading, Object... parameters)
            throws SQLException {
        try (var statement = prepared(connection, sql, parameters);
                var rows = statement.executeQuery()) {
            var read = new ArrayList<T>();
            while (rows.next()) {
                read.add(reading.of(rows));
            }
            return List.copyOf(read);
        }
    }

    /** How many rows it touched. */
    static int update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (var statement = prepared(connection, sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static PreparedStatement prepared(
            Connection connection, String sql, Object... parameters) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (var i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, column(parameters[i]));
        }
        return statement;
    }

    /** PostgreSQL has no text with NUL in it, and one such text must not stop the stream. */
    private static Object column(Object parameter) {
        return switch (parameter) {
            case Instant time -> time.atOffset(ZoneOffset.UTC);
            case String text -> text.replace('\0', ' ');
            default -> parameter;
        };
    }

    private Rows() {}
}
