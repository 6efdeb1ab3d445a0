package io.dabbawala.compliancegate.approval;

import static io.dabbawala.compliancegate.policy.Objects.one;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.compliancegate.approval.Order.Kind;
import io.dabbawala.compliancegate.plan.Cause;
import io.dabbawala.compliancegate.plan.Destination;
import io.dabbawala.compliancegate.plan.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrdersTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Duration DAY = Duration.ofHours(24);
    private static final Plan PLAN = plan("sha256:a", Cause.COMMIT);

    @Test
    void an_approval_counts_once_a_person_for_its_digest_until_it_expires() {
        var orders =
                orders(
                        order(Kind.APPROVE, "anna", "sha256:a", NOW, null),
                        order(Kind.APPROVE, "anna", "sha256:a", NOW.plusSeconds(1), null),
                        order(Kind.APPROVE, "bob", "sha256:b", NOW, null),
                        order(Kind.APPROVE, "carl", "sha256:a", NOW, NOW.plusSeconds(9)));

        assertThat(orders.approvers(PLAN, DAY, NOW.plusSeconds(8))).containsExactly("anna", "carl");
        assertThat(orders.approvers(PLAN, DAY, NOW.plusSeconds(9))).containsExactly("anna");
        assertThat(orders.approvers(PLAN, Duration.ofSeconds(5), NOW.plusSeconds(6))).isEmpty();
    }

    @Test
    void of_a_person_the_last_word_counts() {
        var orders =
                orders(
                        order(Kind.APPROVE, "anna", "sha256:a", NOW, null),
                        order(Kind.REJECT, "anna", "sha256:a", NOW.plusSeconds(1), null));

        assertThat(orders.approvers(PLAN, DAY, NOW)).isEmpty();
        assertThat(orders.rejection(PLAN)).isPresent();
        var again =
                orders.with(order(Kind.APPROVE, "bob", "sha256:a", NOW.plusSeconds(2), null), null);
        assertThat(again.rejection(PLAN)).isEmpty();
        assertThat(again.approvers(PLAN, DAY, NOW)).containsExactly("bob");
    }

    @Test
    void an_approval_of_nothing_in_particular_is_one_of_what_had_been_asked_for() {
        var before =
                Orders.NONE.with(
                        order(Kind.APPROVE, "anna", null, NOW.minusSeconds(1), null), PLAN);
        var after =
                Orders.NONE.with(order(Kind.APPROVE, "anna", null, NOW.plusSeconds(1), null), PLAN);
        var early =
                Orders.NONE
                        .with(order(Kind.APPROVE, "anna", null, NOW.plusSeconds(1), null), null)
                        .boundTo(PLAN);

        assertThat(before.approvers(PLAN, DAY, NOW)).isEmpty();
        assertThat(after.approvers(PLAN, DAY, NOW)).containsExactly("anna");
        assertThat(early.approvers(PLAN, DAY, NOW)).containsExactly("anna");
        assertThat(after.approvers(plan("sha256:other", Cause.COMMIT), DAY, NOW)).isEmpty();
    }

    @Test
    void the_same_order_twice_is_one_and_late_ones_find_their_place() {
        var freeze = order(Kind.FREEZE, "anna", null, NOW, null);
        var resume = order(Kind.RESUME, "bob", null, NOW.plusSeconds(1), null);

        var orders = orders(resume, freeze, freeze);

        assertThat(orders.given()).containsExactly(freeze, resume);
        assertThat(orders.freeze(NOW)).isEmpty();
    }

    @Test
    void a_freeze_holds_until_it_expires_or_somebody_resumes() {
        var frozen = orders(order(Kind.FREEZE, "anna", null, NOW, NOW.plusSeconds(9)));

        assertThat(frozen.freeze(NOW.plusSeconds(8))).isPresent();
        assertThat(frozen.freeze(NOW.plusSeconds(9))).isEmpty();
        assertThat(
                        frozen.with(order(Kind.RESUME, "bob", null, NOW.plusSeconds(1), null), null)
                                .freeze(NOW.plusSeconds(2)))
                .isEmpty();
    }

    @Test
    void broken_glass_is_good_for_an_hour_unless_it_says_until_when() {
        var broken = orders(order(Kind.BREAK_GLASS, "anna", null, NOW, null));
        var longer = orders(order(Kind.BREAK_GLASS, "anna", null, NOW, NOW.plus(DAY)));

        assertThat(broken.brokenGlass(PLAN, NOW.plusSeconds(3599))).isPresent();
        assertThat(broken.brokenGlass(PLAN, NOW.plusSeconds(3600))).isEmpty();
        assertThat(longer.brokenGlass(PLAN, NOW.plusSeconds(3600))).isPresent();
        assertThat(
                        orders(order(Kind.BREAK_GLASS, "anna", "sha256:b", NOW, null))
                                .brokenGlass(PLAN, NOW))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{};                                                    COMMIT;      true",
                "{};                                                    COMMAND;     true",
                "{};                                                    LIVE_CHANGE; false",
                "{approvals: {causes: [LIVE_CHANGE]}};                  LIVE_CHANGE; true",
                "{approvals: {causes: [ROLLBACK]}};                     ROLLBACK;    false",
                "{applications: ['argocd/w*']};                         COMMIT;      true",
                "{applications: [web]};                                 COMMIT;      true",
                "{applications: [api]};                                 COMMIT;      false"
            })
    void a_gate_concerns_its_applications_and_causes(String spec, Cause cause, boolean concerns) {
        var rule = ApprovalRule.of(one("{metadata: {name: g}, spec: %s}".formatted(spec)));

        assertThat(rule.concerns(plan("sha256:a", cause))).isEqualTo(concerns);
        assertThat(rule.required()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"1h, PT1H", "48h, PT24H", "nonsense, PT24H", "'', PT24H"})
    void an_approval_is_never_older_than_a_day(String text, Duration validity) {
        var gate = "{spec: {approvals: {validity: '%s'}}}".formatted(text);

        assertThat(ApprovalRule.of(one(gate)).validity()).isEqualTo(validity);
    }

    private static Orders orders(Order... given) {
        var orders = Orders.NONE;
        for (var order : given) {
            orders = orders.with(order, null);
        }
        return orders;
    }

    private static Order order(Kind kind, String actor, String digest, Instant at, Instant until) {
        return new Order(kind, actor, "because", null, digest, at, until);
    }

    private static Plan plan(String digest, Cause cause) {
        return new Plan(
                "argocd/web",
                "d",
                1,
                "r",
                digest,
                "sha256:plan",
                "in-cluster",
                "default",
                new Destination("", "", "shop"),
                List.of(),
                cause,
                "reconciler",
                NOW);
    }
}
