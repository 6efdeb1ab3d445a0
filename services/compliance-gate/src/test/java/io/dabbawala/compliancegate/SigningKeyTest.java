package io.dabbawala.compliancegate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {

    @TempDir Path directory;

    @Test
    void the_public_key_follows_from_the_private_one() throws Exception {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();

        var read = SigningKey.read(file(pair.getPrivate().getEncoded()));

        var spki = SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(read.generatePublicKey());
        assertThat(spki.getEncoded()).isEqualTo(pair.getPublic().getEncoded());
    }

    @Test
    void a_key_that_is_not_there_says_how_to_make_one() {
        assertThatThrownBy(() -> SigningKey.read(directory.resolve("none.pem")))
                .hasMessageContaining("compliance-gate.signing-key-file")
                .hasMessageContaining("openssl genpkey -algorithm ed25519");
    }

    @Test
    void another_kind_of_key_is_refused() throws Exception {
        var pair = KeyPairGenerator.getInstance("EC").generateKeyPair();

        var file = file(pair.getPrivate().getEncoded());

        assertThatThrownBy(() -> SigningKey.read(file))
                .hasMessageContaining("holds no Ed25519 private key as PKCS#8 in PEM");
    }

    private Path file(byte[] der) throws IOException {
        var pem =
                "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
                        .formatted(Base64.getMimeEncoder().encodeToString(der));
        return Files.writeString(directory.resolve("key.pem"), pem);
    }
}
