package io.dabbawala.gitwatcher.forge;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A forge that is configured.
 *
 * @param kind as generators name their provider
 * @param api what {@code api} of a generator has to be, without a slash at the end
 * @param tokenFile what lets us in; nothing if everybody may
 */
public record Forge(String kind, String api, @Nullable Path tokenFile) {

    public Forge {
        api = withoutSlash(api);
        if (!api.matches("https?://[^@?#]+")) {
            throw new IllegalArgumentException(
                    "git-watcher.forges: %s is no http or https address".formatted(api));
        }
    }

    static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
