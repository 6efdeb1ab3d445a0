package io.dabbawala.console.sql;

import static io.dabbawala.console.Told.GOOD;
import static io.dabbawala.console.Told.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.console.Told;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2FileTest implements ReadModelContract {

    @TempDir private static Path folder;
    private static Database database;

    @BeforeAll
    static void open() {
        database = openIn(folder);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Override
    public Database database() {
        return database;
    }

    @Test
    void what_was_kept_is_there_after_a_restart(@TempDir Path other) {
        // Given
        try (var before = openIn(other)) {
            new EventLog(before).keep(Told.desired(1, GOOD, 1));
        }

        // Then
        try (var after = openIn(other)) {
            assertThat(new Applications(after).named(SHOP)).isPresent();
            assertThat(new EventLog(after).keep(Told.desired(1, GOOD, 1))).isFalse();
        }
    }

    static Database openIn(Path folder) {
        return Database.open(
                "jdbc:h2:file:"
                        + folder.resolve("console")
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0",
                "console",
                "",
                4);
    }
}
