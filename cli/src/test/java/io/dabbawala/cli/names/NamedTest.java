package io.dabbawala.cli.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamedTest {

    private static final List<String> KNOWN =
            List.of("argocd/web", "argocd/checkout", "shop/checkout", "shop/cart");

    @Test
    void a_short_name_means_the_only_one_that_has_it() {
        assertThat(Named.among(KNOWN, "web")).isEqualTo(new Named.One("argocd/web"));
    }

    @Test
    void a_full_name_means_itself() {
        assertThat(Named.among(KNOWN, "shop/checkout")).isEqualTo(new Named.One("shop/checkout"));
    }

    @Test
    void a_short_name_of_two_means_neither() {
        assertThat(Named.among(KNOWN, "checkout"))
                .isEqualTo(new Named.Several(List.of("argocd/checkout", "shop/checkout")));
    }

    @Test
    void a_mistyped_name_is_answered_with_the_likest_first() {
        assertThat(Named.among(KNOWN, "wbe")).isEqualTo(new Named.Nobody(List.of("argocd/web")));
        assertThat(Named.among(KNOWN, "shop/crat"))
                .isEqualTo(new Named.Nobody(List.of("shop/cart")));
        assertThat(Named.among(KNOWN, "check"))
                .isEqualTo(new Named.Nobody(List.of("argocd/checkout", "shop/checkout")));
    }

    @Test
    void a_name_like_none_is_answered_with_none() {
        assertThat(Named.among(KNOWN, "payments")).isEqualTo(new Named.Nobody(List.of()));
        assertThat(Named.among(List.of(), "web")).isEqualTo(new Named.Nobody(List.of()));
    }

    @Test
    void the_end_of_a_name_is_not_the_name() {
        assertThat(Named.among(List.of("shop/web-app"), "app"))
                .isEqualTo(new Named.Nobody(List.of("shop/web-app")));
    }
}
