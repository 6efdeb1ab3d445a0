package io.dabbawala.gitwatcher.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepositoryUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://git.example/Shop.git,https://git.example/shop",
        "https://git.example/shop/,https://git.example/shop",
        "file:/data/shop.git,file:///data/shop"
    })
    void two_spellings_are_one_repository(String one, String other) {
        assertThat(new RepositoryUrl(one)).isEqualTo(new RepositoryUrl(other));
    }

    @ParameterizedTest
    @CsvSource({
        "https://git.example/shop,https://git.example/shop2",
        "https://git.example/shop,ssh://git.example/shop",
        "file:///data/shop,file:///data/Shop"
    })
    void another_address_is_another_repository(String one, String other) {
        assertThat(new RepositoryUrl(one)).isNotEqualTo(new RepositoryUrl(other));
    }
}
