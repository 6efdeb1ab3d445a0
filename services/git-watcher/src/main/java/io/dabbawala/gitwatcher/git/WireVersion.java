package io.dabbawala.gitwatcher.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Repository;

/**
 * The version of Git's wire protocol a host is asked in. In version 0 its first answer tells all
 * refs; in version 2 only those that are asked for, one request later. So a host is asked in
 * version 0 until it turns out to have many refs, as one with years of pull requests does. What is
 * known of it stands in the mirror's configuration, as {@code protocol.version}.
 */
final class WireVersion {

    /** About 70 KB of answer. */
    static final int FEW_REFS = 1_000;

    private static final String SECTION = "protocol";
    private static final String NAME = "version";

    /** Whether one was chosen, by {@link #begin} or by what the host told since. */
    static boolean isKnown(Config config) {
        return config.getString(SECTION, null, NAME) != null;
    }

    static void begin(Config config) {
        if (!isKnown(config)) {
            config.setInt(SECTION, null, NAME, 0);
        }
    }

    /**
     * @param advertised how many refs the host told
     */
    static void learn(Repository mirror, int advertised) {
        var config = mirror.getConfig();
        if (advertised > FEW_REFS && config.getInt(SECTION, NAME, 2) == 0) {
            config.setInt(SECTION, null, NAME, 2);
            try {
                config.save();
            } catch (IOException e) {
                throw new UncheckedIOException("configure " + mirror.getDirectory(), e);
            }
        }
    }

    private WireVersion() {}
}
