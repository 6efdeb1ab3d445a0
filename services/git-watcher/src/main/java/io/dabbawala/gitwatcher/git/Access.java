package io.dabbawala.gitwatcher.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a host lets us in, by files that are read anew for every transfer, so that what is in them
 * can be exchanged while the service runs. What they hold is in no text this class gives away.
 *
 * @param credentials {@code user:password}, or a token alone
 * @param sshKey a private key as OpenSSH writes it, without a passphrase
 * @param knownHosts the keys a host is known by; no other is accepted
 */
public record Access(@Nullable Path credentials, @Nullable Path sshKey, @Nullable Path knownHosts) {

    public static final Access ANONYMOUS = new Access(null, null, null);

    /** GitHub, GitLab and Gitea take any user beside a token, and Bitbucket this one. */
    private static final String USER_OF_A_TOKEN = "x-token-auth";

    record Login(String user, String password) {

        String basic() {
            var text = (user + ":" + password).getBytes(UTF_8);
            return "Basic " + Base64.getEncoder().encodeToString(text);
        }

        @Override
        public String toString() {
            return "Login[user=%s]".formatted(user);
        }
    }

    Optional<Login> login() {
        if (credentials == null) {
            return Optional.empty();
        }
        try {
            var text = Files.readString(credentials).strip();
            var colon = text.indexOf(':');
            return Optional.of(
                    colon < 0
                            ? new Login(USER_OF_A_TOKEN, text)
                            : new Login(text.substring(0, colon), text.substring(colon + 1)));
        } catch (IOException e) {
            throw new UncheckedIOException("read the credentials " + credentials, e);
        }
    }
}
