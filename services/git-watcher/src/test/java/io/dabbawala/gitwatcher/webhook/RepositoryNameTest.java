package io.dabbawala.gitwatcher.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepositoryNameTest {

    @ParameterizedTest
    @CsvSource({
        "https://git.example/Acme/Shop.git,https://git.example/acme/shop",
        "https://git.example/acme/shop/,http://git.example:8443/acme/shop.git",
        "git@git.example:acme/shop.git,https://git.example/acme/shop",
        "ssh://git@git.example:2222/acme/shop.git,git@git.example:acme/shop",
        "git://git.example/acme/shop.git,https://token@git.example/acme/shop",
        "git@git.example/shop.git,https://git.example/shop",
        "https://acme@dev.azure.com/acme/pay/_git/shop,git@ssh.dev.azure.com:v3/acme/pay/shop",
        "https://acme.visualstudio.com/DefaultCollection/pay/_git/shop,https://dev.azure.com/acme/pay/_git/shop",
        "https://dev.azure.com/acme/_git/shop,https://dev.azure.com/acme/shop/_git/shop",
        "file:/data/shop.git,file:///data/shop"
    })
    void addresses_of_one_repository_have_one_name(String one, String other) {
        assertThat(RepositoryName.of(one)).isEqualTo(RepositoryName.of(other));
    }

    @ParameterizedTest
    @CsvSource({
        "https://git.example/acme/shop,https://git.example/acme/shop2",
        "https://git.example/acme/shop,https://git.example.org/acme/shop",
        "https://git.example/acme/shop,https://other@evil.example/acme/shop",
        "https://git.example/acme/shop,https://git.example@evil.example/acme/shop",
        "https://git.example/acme/shop,https://evil.example/git.example/acme/shop",
        "https://git.example/acme/shop,https://git.example/acme/shop?x",
        "file:///data/shop,file:///data/Shop"
    })
    void another_repository_has_another_name(String one, String other) {
        assertThat(RepositoryName.of(one)).isNotEqualTo(RepositoryName.of(other));
    }
}
