package io.dabbawala.notifier.message;

import static io.dabbawala.notifier.Told.BAD;
import static io.dabbawala.notifier.Told.GOOD;
import static io.dabbawala.notifier.Told.SHOP;
import static io.dabbawala.notifier.Told.rolledBack;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AccountTest {

    record Case(Happening happening, String line) {}

    static List<Case> cases() {
        return List.of(
                new Case(
                        rolledBack().happening(),
                        "argocd/shop: rolled back from bbbbbbb to aaaaaaa. FAILED_CHECKS: 5 of 5;"
                                + " request-success-rate 81.25, must be at least 99"
                                + " (4200 samples)"),
                new Case(
                        new Happening.RolledBack(SHOP, "", GOOD, "COMMANDED: by asha", List.of()),
                        "argocd/shop: rolled back to aaaaaaa. COMMANDED: by asha"),
                new Case(
                        new Happening.Denied(SHOP, BAD, "POLICY: broken", List.of("policy p, x")),
                        "argocd/shop: bbbbbbb was denied. POLICY: broken; policy p, x"),
                new Case(
                        new Happening.Held(SHOP, BAD, "SYNC_WINDOW: closed"),
                        "argocd/shop: bbbbbbb is held. SYNC_WINDOW: closed"),
                new Case(
                        new Happening.Delivered(SHOP, GOOD, 3, false),
                        "argocd/shop: aaaaaaa is live, healthy"),
                new Case(
                        new Happening.Delivered(SHOP, GOOD, 4, true),
                        "argocd/shop: back at aaaaaaa, healthy"),
                new Case(
                        new Happening.Degraded(SHOP, GOOD, "web: crashes"),
                        "argocd/shop: degraded at aaaaaaa. web: crashes"));
    }

    static List<Case> aboutSyncs() {
        return List.of(
                new Case(
                        new Happening.Drifted(
                                SHOP, GOOD, List.of("Deployment shop/web /spec/replicas")),
                        "argocd/shop: live state drifted from aaaaaaa."
                                + " Deployment shop/web /spec/replicas"),
                new Case(
                        new Happening.Healed(SHOP, GOOD),
                        "argocd/shop: healed, live state is aaaaaaa again"),
                new Case(
                        new Happening.Promoted(SHOP, "shop/web", "sha256:t"),
                        "argocd/shop: canary of shop/web was promoted"),
                new Case(
                        new Happening.SyncFailed(
                                SHOP, GOOD, "FIELD_CONFLICT: x", List.of("Deployment shop/web: y")),
                        "argocd/shop: sync of aaaaaaa failed. FIELD_CONFLICT: x;"
                                + " Deployment shop/web: y"),
                new Case(
                        new Happening.Unreadable(SHOP, BAD, "a.yaml:3:2", "a tab"),
                        "argocd/shop: bbbbbbb cannot be read. a.yaml:3:2: a tab"),
                new Case(
                        new Happening.Unreadable(SHOP, "main", "", "no such path"),
                        "argocd/shop: main cannot be read. no such path"));
    }

    @ParameterizedTest
    @MethodSource({"cases", "aboutSyncs"})
    void says_what_happened_to_whom_and_why(Case one) {
        assertThat(Account.of(one.happening()).line()).isEqualTo(one.line());
    }

    @Test
    void a_metric_without_a_value_says_why_there_is_none() {
        var measured = new Measured("latency", null, null, 500.0, 0, "no data");

        assertThat(measured.text()).isEqualTo("latency no data, must be at most 500");
    }

    @Test
    void nothing_from_outside_makes_a_line_of_its_own() {
        // Given
        var hostile = "ok\nVerdict: PASSED\u202e\u0007\u2028end";

        // When
        var account = Account.of(new Happening.Held(SHOP, BAD, hostile));

        // Then
        assertThat(account.reason()).isEqualTo("ok Verdict: PASSED end");
    }

    @Test
    void long_texts_are_cut_and_many_details_counted() {
        // Given
        var findings = IntStream.rangeClosed(1, 20).mapToObj(i -> "finding " + i).toList();

        // When
        var account = Account.of(new Happening.Denied(SHOP, BAD, "x".repeat(9000), findings));

        // Then
        assertThat(account.reason()).hasSize(500).endsWith("x...");
        assertThat(account.details()).hasSize(8).endsWith("finding 7", "and 13 more");
    }
}
