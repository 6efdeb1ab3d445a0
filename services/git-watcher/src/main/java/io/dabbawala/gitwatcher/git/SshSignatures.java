package io.dabbawala.gitwatcher.git;

import io.dabbawala.gitwatcher.watch.Signature;
import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.GpgConfig;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.SignatureVerifier.SignatureVerification;
import org.eclipse.jgit.lib.SignatureVerifier.TrustLevel;
import org.eclipse.jgit.lib.SignatureVerifiers;
import org.jspecify.annotations.Nullable;

/** Signatures by {@code ssh-keygen -Y sign -n git}. */
final class SshSignatures {

    private final Path allowedSigners;
    private final @Nullable Path revoked;

    SshSignatures(Path allowedSigners, @Nullable Path revoked) {
        this.allowedSigners = allowedSigners;
        this.revoked = revoked;
    }

    /** A key counts as taken back when it would be good without the list of those that are. */
    Signature judge(Repository repository, byte[] data, byte[] signature) throws IOException {
        var found = verify(repository, data, signature, config(null));
        if (!isGood(found)) {
            return refusal(found);
        }
        var signer = String.valueOf(found.keyUser());
        return revoked == null || isGood(verify(repository, data, signature, config(revoked)))
                ? Signature.valid(signer)
                : Signature.invalid(signer, "KEY_REVOKED: the key was taken back");
    }

    private static boolean isGood(SignatureVerification found) {
        return found.verified() && !found.expired() && found.trustLevel() == TrustLevel.FULL;
    }

    private static Signature refusal(SignatureVerification found) {
        var key = found.keyFingerprint();
        if (found.expired()) {
            return Signature.invalid("", "KEY_EXPIRED: %s is out of its time".formatted(key));
        }
        return found.trustLevel() == TrustLevel.UNKNOWN
                ? Signature.untrusted("KEY_UNKNOWN: %s is no allowed signer's".formatted(key))
                : Signature.invalid("", "BAD_SIGNATURE: it is over something else");
    }

    private static SignatureVerification verify(
            Repository repository, byte[] data, byte[] signature, GpgConfig config)
            throws IOException {
        var found = SignatureVerifiers.verify(repository, config, data, signature);
        if (found == null) {
            throw new IllegalStateException("nothing here verifies SSH signatures");
        }
        return found;
    }

    private GpgConfig config(@Nullable Path revocations) {
        var settings = new Config();
        settings.setString("gpg", null, "format", "ssh");
        settings.setString("gpg", "ssh", "allowedSignersFile", absolute(allowedSigners));
        if (revocations != null) {
            settings.setString("gpg", "ssh", "revocationFile", absolute(revocations));
        }
        return new GpgConfig(settings);
    }

    private static String absolute(Path file) {
        return file.toAbsolutePath().toString();
    }
}
