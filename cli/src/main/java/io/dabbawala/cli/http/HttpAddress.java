package io.dabbawala.cli.http;

import io.dabbawala.cli.answer.CommandFailed;
import java.net.URI;

/** An address as somebody wrote it. */
public final class HttpAddress {

    /**
     * @param whose for the message, when it is none
     */
    public static URI of(String whose, String written) {
        try {
            var address = URI.create(written);
            var scheme = String.valueOf(address.getScheme());
            if (address.getHost() != null && scheme.matches("https?")) {
                return address;
            }
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw CommandFailed.input(
                "the URL of %s must be like http://HOST:PORT, not %s".formatted(whose, written));
    }

    private HttpAddress() {}
}
