package io.dabbawala.gitwatcher;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

@ConfigMapping(prefix = "git-watcher")
public interface GitWatcherConfig {

    /** The repositories to watch, by the name events call them. */
    Map<String, WatchedRepository> repositories();

    /** How often hosts are asked where their refs are, in case a webhook got lost. */
    @WithDefault("PT60S")
    Duration pollInterval();

    /** How many webhooks a second one sender may send on and on; five seconds' worth at once. */
    @WithDefault("100")
    int webhooksPerSecond();

    /** Where the mirrors live. A mirror that is lost is fetched again. */
    @WithDefault("data/git-watcher")
    Path dataDirectory();

    /** Whether file: addresses are repositories; in production only when set. */
    @WithDefault("false")
    boolean allowFileUrls();

    interface WatchedRepository {

        String url();

        /** A file with the webhook's secret; with two, one a line, while they are exchanged. */
        Optional<Path> webhookSecretFile();

        /** The folder that holds declarations; none if absent, {@code .} for the root. */
        Optional<String> deliveryPath();

        @WithDefault("HEAD")
        String deliveryBranch();
    }
}
