package io.dabbawala.gitwatcher.declare;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.gitwatcher.InMemoryGit;
import io.dabbawala.gitwatcher.declare.application.Declaration;
import io.dabbawala.gitwatcher.declare.application.DesiredState;
import io.dabbawala.gitwatcher.declare.application.Destination;
import io.dabbawala.gitwatcher.declare.application.SyncPolicy;
import io.dabbawala.gitwatcher.declare.application.Target;
import io.dabbawala.gitwatcher.declare.ledger.Announcement;
import io.dabbawala.gitwatcher.declare.ledger.Consequence;
import io.dabbawala.gitwatcher.declare.ledger.Ledger;
import io.dabbawala.gitwatcher.watch.CommitSeen;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WithdrawalsTest {

    private static final Instant NOON = InMemoryGit.NOON;
    private static final CommitSeen CAUSE = null; // nothing here looks at it
    private static final String WEB = "Application/argocd/web";

    private final Ledger before = new Ledger();

    @Test
    void with_the_finalizer_the_objects_go_and_that_is_said_first() {
        declared("\"resources-finalizer.argocd.argoproj.io\"");

        var told = withdrawing();

        assertThat(told)
                .satisfiesExactly(
                        first ->
                                assertThat(state(first))
                                        .satisfies(
                                                state -> {
                                                    assertThat(state.generation()).isEqualTo(4);
                                                    assertThat(state.isWithdrawn()).isTrue();
                                                    assertThat(state.target().spec())
                                                            .isEqualTo(
                                                                    "{\"deletion\":\"foreground\","
                                                                            + "\"project\":\"x\"}");
                                                    assertThat(state.digest()).isEqualTo("d");
                                                }),
                        second ->
                                assertThat(second).isEqualTo(new Announcement.Withdrawn(WEB, "r")));
    }

    @Test
    void the_finalizer_says_how_and_without_one_the_objects_stay() {
        declared("\"resources-finalizer.argocd.argoproj.io/background\"");
        assertThat(state(withdrawing().getFirst()).target().spec())
                .contains("\"deletion\":\"background\"");

        declared("\"example.org/other\"");
        assertThat(state(withdrawing().getFirst()).target().spec())
                .contains("\"deletion\":\"orphan\"");
    }

    @Test
    void what_was_said_already_is_not_said_again() {
        declared("\"resources-finalizer.argocd.argoproj.io\"");
        before.keep(withdrawing().getFirst());

        assertThat(withdrawing()).containsExactly(new Announcement.Withdrawn(WEB, "r"));
    }

    @Test
    void other_declarations_have_no_state_to_end() {
        declared("");
        var canary = new Announcement.Withdrawn("Canary/shop/web", "r");

        assertThat(new Withdrawals(before, before).told(List.of(said(canary)), NOON))
                .containsExactly(said(canary));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"prune\":true', background",
        "'\"prune\":false', orphan",
        "'\"prune\":true,\"suspend\":true', orphan",
        "'\"prune\":true,\"deletionPolicy\":\"Orphan\"', orphan",
        "'\"prune\":false,\"deletionPolicy\":\"Delete\"', background",
        "'\"prune\":false,\"deletionPolicy\":\"WaitForTermination\"', background",
        "'\"prune\":true,\"deletionPolicy\":\"MirrorPrune\"', background"
    })
    void of_a_kustomization_prune_and_its_policy_say_it(String spec, String deletion) {
        declared(
                "kustomize.toolkit.fluxcd.io/v1",
                "Kustomization",
                "{\"metadata\":{\"name\":\"web\"},\"spec\":{%s}}".formatted(spec));

        var told = withdrawing("Kustomization/argocd/web");

        assertThat(state(told.getFirst()).target().spec())
                .contains("\"deletion\":\"%s\"".formatted(deletion));
        assertThat(told.getLast())
                .isEqualTo(new Announcement.Withdrawn("Kustomization/argocd/web", "r"));
    }

    @Test
    void a_kustomization_that_gives_way_to_an_application_of_its_name_ends_nothing() {
        declared("kustomize.toolkit.fluxcd.io/v1", "Kustomization", "{\"spec\":{}}");
        declared("\"resources-finalizer.argocd.argoproj.io\"");

        assertThat(withdrawing("Kustomization/argocd/web"))
                .containsExactly(new Announcement.Withdrawn("Kustomization/argocd/web", "r"));
    }

    private void declared(String finalizers) {
        declared(
                "argoproj.io/v1alpha1",
                "Application",
                "{\"kind\":\"Application\",\"metadata\":{\"finalizers\":[%s],\"name\":\"web\"}}"
                        .formatted(finalizers));
    }

    private void declared(String apiVersion, String kind, String json) {
        before.keep(
                new Announcement.Declared(
                        new Declaration(
                                apiVersion, kind, "argocd", "web", json, "shop", "r", "web.yaml")));
        before.keep(
                new Announcement.Desired(
                        new DesiredState(
                                "argocd/web",
                                "delivery",
                                "shop",
                                "r",
                                3,
                                "d",
                                "[]",
                                new Target(
                                        "x",
                                        new Destination("", "", "shop"),
                                        new SyncPolicy(true, true, true, false, List.of()),
                                        "{\"project\":\"x\"}"),
                                "",
                                null,
                                NOON)));
    }

    private List<Announcement> withdrawing() {
        return withdrawing(WEB);
    }

    private List<Announcement> withdrawing(String key) {
        var withdrawn = new Announcement.Withdrawn(key, "r");
        var after = new Ledger(before);
        after.keep(withdrawn);
        return new Withdrawals(before, after)
                .told(List.of(said(withdrawn)), NOON).stream()
                        .map(Consequence::announcement)
                        .toList();
    }

    private static DesiredState state(Announcement announcement) {
        return ((Announcement.Desired) announcement).state();
    }

    private static Consequence said(Announcement announcement) {
        return new Consequence(CAUSE, announcement);
    }
}
