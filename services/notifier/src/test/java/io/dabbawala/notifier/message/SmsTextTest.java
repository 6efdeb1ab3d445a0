package io.dabbawala.notifier.message;

import static io.dabbawala.notifier.Told.rolledBack;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SmsTextTest {

    @Test
    void a_rollback_fits_into_one_segment() {
        assertThat(SmsText.of(rolledBack()))
                .isEqualTo(
                        "argocd/shop: rolled back from bbbbbbb to aaaaaaa. FAILED_CHECKS: 5 of 5;"
                                + " request-success-rate 81.25, must be at least 99 (4200 samples)");
    }

    @Test
    void what_does_not_fit_is_cut() {
        assertThat(SmsText.of("x".repeat(161))).hasSize(160).endsWith("x...");
        assertThat(SmsText.of("x".repeat(160))).hasSize(160).endsWith("xx");
    }

    @Test
    void characters_of_the_extension_table_count_twice() {
        assertThat(SmsText.of("{".repeat(80))).hasSize(80);
        assertThat(SmsText.of("{".repeat(81))).isEqualTo("{".repeat(78) + "...");
    }

    @Test
    void other_alphabets_do_not_make_it_longer() {
        assertThat(
                        SmsText.of(
                                "caf\u00e9 na\u00efve \u2192 \u201cx\u201d \u2013 `y` \u65e5 \ud83d\ude00"))
                .isEqualTo("caf\u00e9 naive -> \"x\" - 'y' ? ?");
    }
}
