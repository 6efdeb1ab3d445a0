package io.dabbawala.notifier.http;

import io.dabbawala.notifier.http.SecretFiles.Secret;
import io.dabbawala.notifier.route.Reference;
import io.dabbawala.notifier.send.Attempt;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.function.Function;

/**
 * Finds the address a reference means, when it is needed, so that a changed file counts at once.
 */
record Addresses(SecretFiles secrets) {

    Attempt with(Reference reference, Function<URI, Attempt> use) {
        return switch (reference) {
            case Reference.Inline(var address) -> use.apply(address);
            case Reference.InFile(var file) ->
                    switch (secrets.read(file)) {
                        case Secret.Found found -> withText(found.first(), file, use);
                        case Secret.Missing(var reason) -> new Attempt.Refused(reason);
                    };
        };
    }

    private static Attempt withText(String text, String file, Function<URI, Attempt> use) {
        try {
            var address = new URI(text);
            if (address.getHost() != null) {
                return use.apply(address);
            }
        } catch (URISyntaxException _) {
            // the same as an address without a host; its text may be a secret
        }
        return new Attempt.Refused("SECRET_UNREADABLE: %s holds no address".formatted(file));
    }
}
