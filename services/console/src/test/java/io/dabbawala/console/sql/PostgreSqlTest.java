package io.dabbawala.console.sql;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgreSqlTest implements ReadModelContract {

    private static @Nullable PostgreSqlServer server;
    private static @Nullable Database database;

    @BeforeAll
    static void start() {
        var binaries = PostgreSqlServer.binaries();
        assumeTrue(binaries.isPresent(), "no PostgreSQL server is installed on this machine");
        server = PostgreSqlServer.start(binaries.get());
        database = server.open();
    }

    @AfterAll
    static void stop() {
        if (database != null) {
            database.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Override
    public Database database() {
        return database;
    }
}
