package io.dabbawala.gitwatcher.git;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.dabbawala.gitwatcher.watch.Signature;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;

/**
 * Judges the signatures of commits by keys that are configured, and by no others: neither the home
 * directory nor the repository has a say.
 */
public final class Signatures {

    /**
     * @param allowedSigners who may sign with which SSH key, as {@code ssh-keygen} reads it
     * @param revoked SSH keys that do not count any more: a key revocation list, or keys
     * @param gpgKeys public GPG keys, armoured or not
     */
    public record Keys(
            @Nullable Path allowedSigners, @Nullable Path revoked, @Nullable Path gpgKeys) {

        public static final Keys NONE = new Keys(null, null, null);
    }

    private static final String SSH = "-----BEGIN SSH SIGNATURE-----";
    private static final String GPG = "-----BEGIN PGP SIGNATURE-----";

    private final Keys keys;

    public Signatures(Keys keys) {
        this.keys = keys;
    }

    Signature judge(Repository repository, RevCommit commit, Instant now) throws IOException {
        if (keys.equals(Keys.NONE)) {
            return Signature.NOT_CHECKED;
        }
        var signed = SignedCommit.of(commit.getRawBuffer());
        if (signed.signatures().isEmpty()) {
            return Signature.NONE;
        }
        if (signed.signatures().size() > 1) {
            return Signature.invalid("", "SEVERAL_SIGNATURES: which one counts is not told");
        }
        var signature = signed.signatures().getFirst();
        var text = new String(signature, US_ASCII);
        if (text.startsWith(SSH)) {
            return keys.allowedSigners() == null
                    ? Signature.untrusted("KEY_UNKNOWN: no SSH keys are configured")
                    : new SshSignatures(keys.allowedSigners(), keys.revoked())
                            .judge(repository, signed.data(), signature);
        }
        if (text.startsWith(GPG)) {
            return keys.gpgKeys() == null
                    ? Signature.untrusted("KEY_UNKNOWN: no GPG keys are configured")
                    : new GpgSignatures(keys.gpgKeys()).judge(signed.data(), signature, now);
        }
        return Signature.invalid("", "KIND_UNKNOWN: neither an SSH nor a GPG signature");
    }
}
