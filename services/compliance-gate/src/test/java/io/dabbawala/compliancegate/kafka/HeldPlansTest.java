package io.dabbawala.compliancegate.kafka;

import static io.dabbawala.compliancegate.kafka.Requests.WEB;
import static io.dabbawala.compliancegate.kafka.Requests.command;
import static io.dabbawala.compliancegate.kafka.Requests.desired;
import static io.dabbawala.compliancegate.kafka.Requests.digest;
import static io.dabbawala.compliancegate.kafka.Requests.manifests;
import static io.dabbawala.compliancegate.kafka.Requests.request;
import static io.dabbawala.compliancegate.kafka.Requests.rollback;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.compliancegate.policy.Objects;
import io.dabbawala.events.Command;
import io.dabbawala.events.GateDecision;
import io.dabbawala.events.GateVerdict;
import io.dabbawala.events.SyncCause;
import io.dabbawala.events.Topics;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeldPlansTest {

    private static final String INDIA = manifests("india-west-1");
    private static final String ELSEWHERE = manifests("us-east-1");
    private static final String CLOSED =
            """
            apiVersion: argoproj.io/v1alpha1
            kind: AppProject
            metadata: {name: default, namespace: argocd}
            spec: {syncWindows: [{kind: deny, schedule: '55 9 * * *', duration: 1h, applications: ['*']}]}
            """;
    private static final String GATE =
            """
            apiVersion: dabbawala.io/v1
            kind: Gate
            metadata: {name: production, namespace: argocd}
            spec: {applications: ['argocd/*'], approvals: {required: 2}}
            """;

    private final Gate gate = new Gate();

    @BeforeEach
    void desire() {
        gate.send(Topics.DESIRED_STATES, WEB, desired(1, INDIA));
    }

    @AfterEach
    void close() {
        gate.close();
    }

    @Test
    void a_closed_window_holds_until_it_opens() {
        gate.declare(CLOSED);
        ask();
        var held = gate.verdicts();
        gate.pass(Duration.ofMinutes(54));
        var between = gate.verdicts();
        gate.pass(Duration.ofMinutes(2));

        assertThat(held).extracting(GateVerdict::getDecision).containsExactly(GateDecision.HELD);
        assertThat(held.getFirst().getReason())
                .isEqualTo(
                        "WINDOW_CLOSED: within deny \"55 9 * * *\" for 1h (Z), until"
                                + " 2026-11-24T10:55:00Z");
        assertThat(held.getFirst().getAttestation()).isNull();
        assertThat(between).isEmpty();
        assertThat(gate.verdicts())
                .extracting(GateVerdict::getDecision, GateVerdict::getPlanDigest)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                GateDecision.ADMITTED, "sha256:plan-1"));
    }

    @Test
    void a_window_nobody_can_read_holds_until_it_is_mended() {
        gate.declare(CLOSED.replace("55 9 * * *", "55 9 * * 7"));
        ask();
        assertThat(reasons()).singleElement().asString().startsWith("WINDOW_UNREADABLE: ");

        gate.declare(CLOSED.replace("55 9 * * *", "55 1 * * *"));
        gate.pass(Duration.ofSeconds(1));

        assertThat(decisions()).containsExactly(GateDecision.ADMITTED);
    }

    @Test
    void approvals_of_different_people_open_a_gate() {
        gate.declare(GATE);
        ask();
        assertThat(reasons())
                .containsExactly("APPROVAL_NEEDED: 0 of 2 approvals that Gate production asks for");

        order(Command.APPROVE, "anna");
        order(Command.APPROVE, "anna");
        assertThat(decisions()).isEmpty();
        order(Command.APPROVE, "bob");

        assertThat(decisions()).containsExactly(GateDecision.ADMITTED);
    }

    @Test
    void an_approval_that_comes_before_its_request_counts() {
        gate.declare(GATE.replace("required: 2", "required: 1"));
        order(Command.APPROVE, "anna");

        ask();

        assertThat(decisions()).containsExactly(GateDecision.ADMITTED);
    }

    @Test
    void a_rejection_denies() {
        gate.declare(GATE);
        ask();
        order(Command.REJECT, "anna");

        assertThat(reasons()).last().isEqualTo("REJECTED: by anna: because");
        assertThat(gate.meters.counter("compliance_gate_verdicts", "decision", "DENIED").count())
                .isEqualTo(1);
    }

    @Test
    void a_freeze_holds_until_somebody_resumes() {
        order(Command.FREEZE, "anna");
        ask();
        assertThat(reasons()).containsExactly("FROZEN: by anna: because");

        gate.pass(Duration.ofSeconds(5));
        order(Command.RESUME, "bob");

        assertThat(decisions()).containsExactly(GateDecision.ADMITTED);
    }

    @Test
    void breaking_the_glass_passes_what_holds_but_no_policy() {
        gate.declare(CLOSED);
        gate.declare(GATE);
        ask();
        order(Command.BREAK_GLASS, "anna");
        assertThat(reasons())
                .last()
                .asString()
                .startsWith("BREAK_GLASS: by anna: because (passes ");

        Objects.demo("data-locality.yaml").forEach(gate::declare);
        gate.send(Topics.DESIRED_STATES, WEB, desired(2, ELSEWHERE));
        gate.send(Topics.SYNC_REQUESTS, WEB, request(2, ELSEWHERE));

        assertThat(decisions()).containsExactly(GateDecision.DENIED);
    }

    @Test
    void a_rollback_passes_everything_and_its_findings_are_told() {
        gate.declare(CLOSED);
        gate.declare(GATE);
        Objects.demo("data-locality.yaml").forEach(gate::declare);
        order(Command.FREEZE, "anna");
        gate.send(Topics.DESIRED_STATES, WEB, desired(2, ELSEWHERE));

        gate.send(Topics.SYNC_REQUESTS, WEB, request(2, ELSEWHERE, SyncCause.ROLLBACK));

        var verdict = gate.verdicts().getFirst();
        assertThat(verdict.getDecision()).isEqualTo(GateDecision.ADMITTED);
        assertThat(verdict.getFindings()).hasSize(1);
        assertThat(verdict.getAttestation()).isNotNull();
    }

    @Test
    void what_was_rolled_back_is_denied_until_somebody_lifts_it() {
        gate.send(Topics.ROLLBACKS, WEB, rollback(digest(INDIA), gate.now()));
        gate.send(Topics.ROLLBACKS, WEB, rollback(digest(INDIA), gate.now()));
        ask();
        assertThat(reasons()).singleElement().asString().startsWith("QUARANTINED: ");

        gate.pass(Duration.ofSeconds(5));
        order(Command.LIFT_QUARANTINE, "anna");

        assertThat(decisions()).containsExactly(GateDecision.ADMITTED);
    }

    @Test
    void a_rollback_may_go_back_to_what_was_rolled_back_once() {
        gate.send(Topics.ROLLBACKS, WEB, rollback(digest(INDIA), gate.now()));
        gate.send(Topics.ROLLBACKS, WEB, rollback(digest(ELSEWHERE), gate.now().plusSeconds(1)));

        gate.send(Topics.SYNC_REQUESTS, WEB, request(1, INDIA, SyncCause.ROLLBACK));
        gate.send(Topics.DESIRED_STATES, WEB, desired(2, ELSEWHERE));
        gate.send(Topics.SYNC_REQUESTS, WEB, request(2, ELSEWHERE, SyncCause.ROLLBACK));

        assertThat(decisions()).containsExactly(GateDecision.ADMITTED, GateDecision.DENIED);
    }

    @Test
    void a_denied_plan_is_judged_again_when_the_rules_change() {
        Objects.demo("data-locality.yaml").forEach(gate::declare);
        gate.send(Topics.DESIRED_STATES, WEB, desired(2, ELSEWHERE));
        gate.send(Topics.SYNC_REQUESTS, WEB, request(2, ELSEWHERE));
        gate.pass(Duration.ofSeconds(5));
        assertThat(decisions()).containsExactly(GateDecision.DENIED);

        gate.undeclare("ValidatingAdmissionPolicy//data-locality");
        gate.pass(Duration.ofSeconds(1));

        assertThat(decisions()).containsExactly(GateDecision.ADMITTED);
    }

    @Test
    void a_held_plan_is_forgotten_when_a_newer_generation_is_declared() {
        gate.declare(GATE);
        ask();
        gate.verdicts();
        gate.send(Topics.DESIRED_STATES, WEB, desired(2, ELSEWHERE));

        gate.undeclare("Gate/argocd/production");
        gate.pass(Duration.ofSeconds(5));

        assertThat(gate.verdicts()).isEmpty();
    }

    private void ask() {
        gate.send(Topics.SYNC_REQUESTS, WEB, request(1, INDIA));
    }

    private void order(Command command, String actor) {
        gate.send(Topics.COMMANDS, WEB, command(command, actor, gate.now().plusSeconds(2)));
    }

    private java.util.List<GateDecision> decisions() {
        return gate.verdicts().stream().map(GateVerdict::getDecision).toList();
    }

    private java.util.List<String> reasons() {
        return gate.verdicts().stream().map(GateVerdict::getReason).toList();
    }
}
