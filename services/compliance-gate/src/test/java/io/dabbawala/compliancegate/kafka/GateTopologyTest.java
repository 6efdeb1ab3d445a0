package io.dabbawala.compliancegate.kafka;

import static io.dabbawala.compliancegate.kafka.Requests.WEB;
import static io.dabbawala.compliancegate.kafka.Requests.desired;
import static io.dabbawala.compliancegate.kafka.Requests.manifests;
import static io.dabbawala.compliancegate.kafka.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.compliancegate.policy.Objects;
import io.dabbawala.events.GateDecision;
import io.dabbawala.events.Topics;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GateTopologyTest {

    private static final String INDIA = manifests("india-west-1");
    private static final String ELSEWHERE = manifests("us-east-1");

    private final Gate gate = new Gate();

    @AfterEach
    void close() {
        gate.close();
    }

    @Test
    void admits_a_plan_that_breaks_no_policy() {
        Objects.demo("data-locality.yaml").forEach(gate::declare);
        gate.send(Topics.DESIRED_STATES, WEB, desired(1, INDIA));

        gate.send(Topics.SYNC_REQUESTS, WEB, request(1, INDIA));

        var verdict = gate.verdicts().getFirst();
        assertThat(verdict.getDecision()).isEqualTo(GateDecision.ADMITTED);
        assertThat(verdict.getReason()).isEmpty();
        assertThat(verdict.getPlanDigest()).isEqualTo("sha256:plan-1");
        assertThat(verdict.getValidUntil()).isEqualTo(Gate.START.plus(Duration.ofHours(1)));
    }

    @Test
    void denies_a_plan_that_breaks_one_and_names_policy_object_and_field() {
        Objects.demo("data-locality.yaml").forEach(gate::declare);
        gate.send(Topics.DESIRED_STATES, WEB, desired(1, ELSEWHERE));

        gate.send(Topics.SYNC_REQUESTS, WEB, request(1, ELSEWHERE));

        var verdict = gate.verdicts().getFirst();
        assertThat(verdict.getReason())
                .isEqualTo(
                        "POLICY_VIOLATION: data-locality on ConfigMap shop/web"
                                + " /data/DATABASE_REGION: DATABASE_REGION must start with"
                                + " india-, found us-east-1");
        assertThat(verdict.getDecision()).isEqualTo(GateDecision.DENIED);
        assertThat(verdict.getValidUntil()).isNull();
        var finding = verdict.getFindings().getFirst();
        assertThat(finding.getPolicy()).isEqualTo("data-locality");
        assertThat(finding.getField()).isEqualTo("/data/DATABASE_REGION");
        assertThat(finding.getAction()).isEqualTo("Deny");
    }

    @Test
    void waits_for_the_desired_state_a_plan_is_about() {
        gate.send(Topics.SYNC_REQUESTS, WEB, request(2, INDIA));
        gate.send(Topics.DESIRED_STATES, WEB, desired(1, ELSEWHERE));
        assertThat(gate.verdicts()).isEmpty();

        gate.send(Topics.DESIRED_STATES, WEB, desired(2, INDIA));

        assertThat(gate.verdicts()).hasSize(1);
    }

    @Test
    void answers_a_plan_that_is_asked_about_twice_with_the_same_event() {
        gate.send(Topics.DESIRED_STATES, WEB, desired(1, INDIA));
        gate.send(Topics.SYNC_REQUESTS, WEB, request(1, INDIA));
        gate.pass(Duration.ofMinutes(90));

        gate.send(Topics.SYNC_REQUESTS, WEB, request(1, INDIA));

        var said = gate.said();
        assertThat(said).hasSize(2);
        assertThat(said.get(0).id()).isEqualTo(said.get(1).id());
        assertThat(said.get(1).verdict().getValidUntil())
                .isEqualTo(gate.now().plus(Duration.ofHours(1)));
        assertThat(said.get(1).delivery()).isEqualTo(Requests.DELIVERY);
    }

    @Test
    void says_nothing_about_an_older_plan_once_a_newer_one_is_known() {
        gate.send(Topics.DESIRED_STATES, WEB, desired(2, INDIA));

        gate.send(Topics.SYNC_REQUESTS, WEB, request(1, ELSEWHERE));
        assertThat(gate.verdicts()).isEmpty();
        gate.send(Topics.SYNC_REQUESTS, WEB, request(2, INDIA));
        gate.send(Topics.DESIRED_STATES, WEB, desired(1, ELSEWHERE));
        gate.send(Topics.SYNC_REQUESTS, WEB, request(1, ELSEWHERE));

        assertThat(gate.verdicts()).extracting("generation").containsExactly(2L);
        assertThat(gate.meters.counter("compliance_gate_overtaken_plans").count()).isEqualTo(2);
    }

    @Test
    void of_two_states_of_one_generation_the_first_counts() {
        // Given
        gate.send(Topics.DESIRED_STATES, WEB, desired(2, INDIA));
        gate.send(Topics.DESIRED_STATES, WEB, desired(2, ELSEWHERE));

        // When
        gate.send(Topics.SYNC_REQUESTS, WEB, request(2, ELSEWHERE));
        assertThat(gate.verdicts()).as("nobody admits the second").isEmpty();
        gate.send(Topics.SYNC_REQUESTS, WEB, request(2, INDIA));

        // Then
        assertThat(gate.verdicts()).extracting("generation").containsExactly(2L);
    }

    @Test
    void keeps_what_nobody_can_read_as_a_dead_letter_and_goes_on() {
        for (var topic :
                new String[] {
                    Topics.SYNC_REQUESTS,
                    Topics.DESIRED_STATES,
                    Topics.COMMANDS,
                    Topics.ROLLBACKS,
                    Topics.DECLARATIONS
                }) {
            gate.sendBytes(topic, WEB, new byte[] {1, 2, 3, 4, 5, 6});
        }
        gate.send(Topics.DESIRED_STATES, WEB, lying());
        gate.send(Topics.DESIRED_STATES, WEB, desired(1, INDIA));
        gate.send(Topics.SYNC_REQUESTS, WEB, request(1, INDIA));

        assertThat(gate.verdicts()).hasSize(1);
        assertThat(gate.deadLetters.letters()).hasSize(6);
        assertThat(gate.deadLetters.letters().getLast().reason()).contains("its digest is");
    }

    @Test
    void an_application_whose_source_was_never_readable_is_no_dead_letter() {
        // Given
        var neverReadable = desired(0, "[]");
        neverReadable.setDigest("");

        // When
        gate.send(Topics.DESIRED_STATES, WEB, neverReadable);
        gate.send(Topics.DESIRED_STATES, WEB, desired(1, INDIA));
        gate.send(Topics.SYNC_REQUESTS, WEB, request(1, INDIA));

        // Then
        assertThat(gate.deadLetters.letters()).isEmpty();
        assertThat(gate.verdicts()).extracting("generation").containsExactly(1L);
    }

    private static io.dabbawala.events.DesiredState lying() {
        var state = desired(1, INDIA);
        state.setDigest("sha256:other");
        return state;
    }
}
