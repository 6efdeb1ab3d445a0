package io.dabbawala.console.sql;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.Flyway;

/** Connections to the database, which is brought up to date when it is opened. */
public final class Database implements AutoCloseable {

    /** What is done with a connection. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private final AgroalDataSource pool;

    private Database(AgroalDataSource pool) {
        this.pool = pool;
    }

    public static Database open(String url, String user, String password, int maxConnections) {
        var settings =
                new AgroalDataSourceConfigurationSupplier()
                        .connectionPoolConfiguration(
                                connections ->
                                        connections
                                                .initialSize(1)
                                                .minSize(1)
                                                .maxSize(maxConnections)
                                                .acquisitionTimeout(Duration.ofSeconds(10))
                                                .connectionFactoryConfiguration(
                                                        factory ->
                                                                factory.connectionProviderClass(
                                                                                driver(url))
                                                                        .jdbcUrl(url)
                                                                        .principal(
                                                                                new NamePrincipal(
                                                                                        user))
                                                                        .credential(
                                                                                new SimplePassword(
                                                                                        password))));
        try {
            var pool = AgroalDataSource.from(settings);
            Flyway.configure(Database.class.getClassLoader())
                    .dataSource(pool)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            return new Database(pool);
        } catch (SQLException e) {
            throw new IllegalStateException("open the database " + url + ": " + e.getMessage(), e);
        }
    }

    /** Named, because a driver that only registers itself is not seen by every class loader. */
    private static Class<? extends Driver> driver(String url) {
        return url.startsWith("jdbc:h2:") ? org.h2.Driver.class : org.postgresql.Driver.class;
    }

    /** Reads; nothing is changed. */
    <T> T read(Work<T> work) {
        try (var connection = pool.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new DatabaseAway("read from the database: " + e.getMessage(), e);
        }
    }

    /** All of it or nothing. */
    <T> T inTransaction(Work<T> work) {
        try (var connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var result = work.on(connection);
                connection.commit();
                return result;
            } finally {
                connection.rollback(); // after a commit there is nothing left to undo
            }
        } catch (SQLException e) {
            throw new DatabaseAway("write to the database: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
