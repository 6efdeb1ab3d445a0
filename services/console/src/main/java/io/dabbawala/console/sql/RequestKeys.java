package io.dabbawala.console.sql;

import io.dabbawala.console.command.Wish;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Wishes that came under a key, so that the same wish again is the same command. */
public final class RequestKeys {

    /** When it was first wished for, in which words, and what it was completed to. */
    public record Claim(String fingerprint, Instant at, Wish.Target target) {}

    private final Database database;

    public RequestKeys(Database database) {
        this.database = database;
    }

    public Optional<Claim> claimed(String key) {
        return database.read(connection -> find(connection, key));
    }

    /** The claim that holds for this key: an earlier one, else this one. */
    public Claim claim(String key, Claim claim) {
        return database.inTransaction(
                connection -> {
                    Rows.update(
                            connection,
                            "insert into request_key (request_key, fingerprint, commanded_at,"
                                    + " delivery, digest, revision) values (?, ?, ?, ?, ?, ?)"
                                    + " on conflict do nothing",
                            key,
                            claim.fingerprint(),
                            claim.at(),
                            claim.target().delivery(),
                            claim.target().digest(),
                            claim.target().revision());
                    return find(connection, key).orElseThrow();
                });
    }

    private static Optional<Claim> find(Connection connection, String key) throws SQLException {
        return Rows.query(
                        connection,
                        "select fingerprint, commanded_at, delivery, digest, revision"
                                + " from request_key where request_key = ?",
                        row ->
                                new Claim(
                                        row.getString("fingerprint"),
                                        Rows.instant(row, "commanded_at"),
                                        new Wish.Target(
                                                row.getString("delivery"),
                                                row.getString("digest"),
                                                row.getString("revision"))),
                        key)
                .stream()
                .findFirst();
    }
}
