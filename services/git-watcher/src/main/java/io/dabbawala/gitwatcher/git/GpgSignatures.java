package io.dabbawala.gitwatcher.git;

import io.dabbawala.gitwatcher.watch.Signature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPObjectFactory;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRingCollection;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;

/** Detached OpenPGP signatures, by the keys of one file. */
final class GpgSignatures {

    private static final Set<Integer> BROKEN_DIGESTS =
            Set.of(HashAlgorithmTags.MD5, HashAlgorithmTags.SHA1, HashAlgorithmTags.RIPEMD160);

    private final Path keys;

    GpgSignatures(Path keys) {
        this.keys = keys;
    }

    Signature judge(byte[] data, byte[] signature, Instant now) throws IOException {
        try {
            var all = read();
            var made = only(signature);
            if (made.isEmpty()) {
                return Signature.invalid("", "UNREADABLE: not exactly one OpenPGP signature");
            }
            var id = made.get().getKeyID();
            var ring = all.getPublicKeyRing(id);
            return ring == null
                    ? Signature.untrusted("KEY_UNKNOWN: %016X is not configured".formatted(id))
                    : judge(
                            made.get(),
                            data,
                            new Signer(ring.getPublicKey(), ring.getPublicKey(id)),
                            now);
        } catch (PGPException e) {
            return Signature.invalid("", "UNREADABLE: " + e.getMessage());
        }
    }

    /** A key and the one that vouches for it, often the same. */
    private record Signer(PGPPublicKey master, PGPPublicKey key) {

        String name() {
            var users = master.getUserIDs();
            return users.hasNext() ? users.next() : "%016X".formatted(master.getKeyID());
        }

        boolean isRevoked() {
            return master.hasRevocation() || key.hasRevocation();
        }

        boolean isExpired(Instant now) {
            return isOver(master, now) || isOver(key, now);
        }

        private static boolean isOver(PGPPublicKey key, Instant now) {
            var seconds = key.getValidSeconds();
            return seconds > 0
                    && now.isAfter(key.getCreationTime().toInstant().plusSeconds(seconds));
        }
    }

    private static Signature judge(PGPSignature made, byte[] data, Signer signer, Instant now)
            throws PGPException {
        made.init(new BcPGPContentVerifierBuilderProvider(), signer.key());
        made.update(data);
        if (!made.verify()) {
            return Signature.invalid("", "BAD_SIGNATURE: it is over something else");
        }
        var name = signer.name();
        if (BROKEN_DIGESTS.contains(made.getHashAlgorithm())) {
            return Signature.invalid(name, "WEAK_DIGEST: such digests can be forged");
        }
        if (signer.isRevoked()) {
            return Signature.invalid(name, "KEY_REVOKED: the key was taken back");
        }
        return signer.isExpired(now)
                ? Signature.invalid(name, "KEY_EXPIRED: the key is past its time")
                : Signature.valid(name);
    }

    private PGPPublicKeyRingCollection read() throws IOException, PGPException {
        try (var bytes = PGPUtil.getDecoderStream(Files.newInputStream(keys))) {
            return new PGPPublicKeyRingCollection(bytes, new BcKeyFingerprintCalculator());
        }
    }

    private static Optional<PGPSignature> only(byte[] signature) throws IOException {
        try (var bytes = PGPUtil.getDecoderStream(new ByteArrayInputStream(signature))) {
            var found = new PGPObjectFactory(bytes, new BcKeyFingerprintCalculator()).nextObject();
            return found instanceof PGPSignatureList list && list.size() == 1
                    ? Optional.of(list.get(0))
                    : Optional.empty();
        }
    }
}
