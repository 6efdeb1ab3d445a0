package io.dabbawala.console;

import io.dabbawala.console.sql.Applications;
import io.dabbawala.console.sql.Database;
import io.dabbawala.console.sql.Deliveries;
import io.dabbawala.console.sql.EventLog;
import io.dabbawala.console.sql.RequestKeys;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes the plain objects of this service into beans. */
final class ConsoleWiring {

    @Produces
    @Singleton
    @Startup
    Database database(ConsoleConfig config) {
        var database = config.database();
        return Database.open(
                database.url(),
                database.user(),
                database.passwordFile().map(ConsoleWiring::firstLine).orElse(""),
                database.maxConnections());
    }

    void close(@Disposes Database database) {
        database.close();
    }

    @Produces
    @Singleton
    EventLog eventLog(Database database) {
        return new EventLog(database);
    }

    @Produces
    @Singleton
    Applications applications(Database database) {
        return new Applications(database);
    }

    @Produces
    @Singleton
    Deliveries deliveries(Database database) {
        return new Deliveries(database);
    }

    @Produces
    @Singleton
    RequestKeys requestKeys(Database database) {
        return new RequestKeys(database);
    }

    private static String firstLine(Path file) {
        try {
            return Files.readString(file).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException("read console.database.password-file " + file, e);
        }
    }
}
