package io.dabbawala.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryTest {

    @ParameterizedTest
    @CsvSource({
        "https://git.example.com/team/My_Shop.git, my-shop",
        "git@git.example.com:shop.git, shop",
        "file:///tmp/some.repo/, some-repo",
        "/srv/git/shop, shop",
    })
    void a_repository_is_called_by_the_last_part_of_its_address(String url, String name) {
        assertThat(Delivery.polled(url, ".", Optional.empty()).repository()).isEqualTo(name);
    }

    @Test
    void only_a_repository_of_this_machine_needs_leave_to_read_files() {
        assertThat(Delivery.polled("file:///tmp/a", ".", Optional.empty()).isOnThisMachine())
                .isTrue();
        assertThat(Delivery.polled("https://a.example/b", ".", Optional.empty()).isOnThisMachine())
                .isFalse();
    }
}
