package io.dabbawala.e2e;

import io.dabbawala.local.Layout;
import java.nio.file.Path;

/**
 * Where stories keep their state: below the module's target, so that the logs can be read
 * afterwards.
 */
final class States {

    static final Path HOME = Path.of(System.getProperty("dabbawala.home"));

    private static final Path ALL = Path.of("target", "state").toAbsolutePath();

    static Layout fresh(String story) {
        return new Layout(HOME, ALL).fresh(story);
    }

    private States() {}
}
