package io.dabbawala.console;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

@ConfigMapping(prefix = "console")
public interface ConsoleConfig {

    Database database();

    interface Database {

        /** Where the read model lives: an H2 file, or {@code jdbc:postgresql://host/name}. */
        @WithDefault(
                "jdbc:h2:file:${DATA_DIR:./data}/console;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE")
        String url();

        @WithDefault("console")
        String user();

        /** A file whose first line is the password; without one there is none. */
        Optional<Path> passwordFile();

        @WithDefault("8")
        int maxConnections();
    }
}
