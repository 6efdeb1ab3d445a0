package io.dabbawala.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.events.CommitDetected;
import io.dabbawala.events.GateDecision;
import io.dabbawala.events.GateVerdict;
import io.dabbawala.events.SyncFinished;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** The oracle finds what is broken, and nothing where all is well. */
class OracleTest {

    private static final String TEA = Tea.APPLICATION;

    private final List<EventLog.Entry> events = new ArrayList<>();
    private final List<World.Write> writes = new ArrayList<>();
    private final Map<Thing.Name, Thing> live = new TreeMap<>(OracleTest::compare);
    private final List<String> commits = new ArrayList<>();
    private Thing declared = Tea.with("0");

    @Test
    void two_deliveries_that_went_well_break_no_promise() {
        delivered(1);
        delivered(2);

        assertThat(findings()).isEmpty();
    }

    @Test
    void records_that_came_twice_after_a_crash_break_no_promise() {
        // Given
        delivered(1);

        // When
        events.addAll(List.copyOf(events));

        // Then
        assertThat(findings()).isEmpty();
    }

    @Test
    void a_commit_within_a_range_is_told() {
        delivered(1);
        commits.addFirst("skipped");
        commits.addFirst("c2");
        tell("c2", Tea.commit("c1", "c2", List.of("skipped")));

        assertThat(findings()).isEmpty();
    }

    @Test
    void a_lost_commit_is_found() {
        // Given
        delivered(1);
        delivered(2);

        // When
        forget(CommitDetected.class, commit -> commit.getNewRevision().equals("c1"));

        // Then
        assertThat(findings()).singleElement().asString().contains("no commit is lost", "c1");
    }

    @Test
    void a_commit_told_under_two_ids_is_found() {
        delivered(1);
        tell("another", Tea.commit("c0", "c1", List.of()));

        assertThat(findings())
                .singleElement()
                .asString()
                .contains("nothing twice", "CommitDetected", "c1");
    }

    @Test
    void a_missing_verdict_is_found_by_what_was_told_and_by_what_was_seen() {
        // Given
        delivered(1);

        // When
        forget(GateVerdict.class, _ -> true);

        // Then
        assertThat(findings())
                .hasSize(2)
                .allSatisfy(one -> assertThat(one).contains("no sync without a verdict", TEA))
                .anySatisfy(one -> assertThat(one).contains("SyncFinished of generation 1"))
                .anySatisfy(one -> assertThat(one).contains("ConfigMap market/tea was seen"));
    }

    @Test
    void a_verdict_that_came_too_late_is_found() {
        delivered(1);
        forget(GateVerdict.class, _ -> true);
        tell("late", Tea.verdict(1, GateDecision.ADMITTED, Tea.at(1, 60)));

        assertThat(findings())
                .hasSize(2)
                .allSatisfy(one -> assertThat(one).contains("no sync without a verdict"));
    }

    @Test
    void a_denial_admits_nothing() {
        delivered(1);
        forget(GateVerdict.class, _ -> true);
        tell("no", Tea.verdict(1, GateDecision.DENIED, Tea.at(1, 2)));

        assertThat(findings())
                .hasSize(2)
                .allSatisfy(one -> assertThat(one).contains("no sync without a verdict"));
    }

    @Test
    void what_nobody_declared_is_found_in_the_cluster() {
        delivered(1);
        writes.add(new World.Write(Tea.with("by hand"), Tea.at(1, 9)));

        assertThat(findings())
                .singleElement()
                .asString()
                .contains("no sync without a verdict", TEA, "by hand");
    }

    @Test
    void a_hand_that_edits_needs_no_verdict() {
        delivered(1);
        writes.add(new World.Write(Tea.editedBy("kubectl-edit"), Tea.at(1, 9)));

        assertThat(findings()).isEmpty();
    }

    @Test
    void a_write_that_goes_backwards_is_found_although_it_was_put_right() {
        // Given
        delivered(1);
        delivered(2);

        // When
        writes.add(new World.Write(Tea.with("1"), Tea.at(2, 8)));
        writes.add(new World.Write(Tea.with("2"), Tea.at(2, 9)));

        // Then
        assertThat(findings())
                .singleElement()
                .asString()
                .contains("newest wins", TEA, "generation 1 after it was as of generation 2");
    }

    @Test
    void a_sync_that_goes_backwards_is_found() {
        delivered(2);
        delivered(1);
        declared = Tea.with("1");

        assertThat(findings())
                .anySatisfy(
                        one ->
                                assertThat(one)
                                        .contains(
                                                "newest wins", TEA, "SyncFinished of generation 1"))
                .anySatisfy(
                        one ->
                                assertThat(one)
                                        .contains(
                                                "newest wins",
                                                TEA,
                                                "DesiredState of generation 1"));
    }

    @Test
    void a_generation_that_means_two_things_is_found() {
        delivered(1);
        tell("split", Tea.desired(1, "c9", "9"));

        assertThat(findings())
                .anySatisfy(
                        one ->
                                assertThat(one)
                                        .contains(
                                                "nothing twice",
                                                TEA,
                                                "generation 1 means several"));
    }

    @Test
    void a_revision_that_is_delivered_twice_is_found() {
        delivered(1);
        delivered(2, "c1");

        assertThat(findings())
                .anySatisfy(
                        one ->
                                assertThat(one)
                                        .contains("nothing twice", TEA, "revision c1", "[1, 2]"));
    }

    @Test
    void a_sync_told_under_two_ids_is_found() {
        delivered(1);
        tell("again", Tea.synced(1));

        assertThat(findings())
                .singleElement()
                .asString()
                .contains("nothing twice", TEA, "generation 1 succeeded in SyncFinished");
    }

    @Test
    void a_sync_that_never_ends_is_found() {
        delivered(1);
        forget(SyncFinished.class, _ -> true);

        assertThat(findings())
                .singleElement()
                .asString()
                .contains("every sync ends", TEA, "generation 1");
    }

    @Test
    void a_stale_object_is_found() {
        delivered(1);
        declared = Tea.with("2");

        assertThat(findings())
                .singleElement()
                .asString()
                .contains("the cluster is as Git says", TEA, "ConfigMap market/tea");
    }

    @Test
    void a_key_that_left_git_and_stayed_in_the_cluster_is_found() {
        delivered(1);
        declared = Tea.thing("tea", Map.of());

        assertThat(findings()).anyMatch(one -> one.contains("the cluster is as Git says"));
    }

    @Test
    void an_object_that_nothing_declares_is_found_and_one_of_somebody_else_is_not() {
        delivered(1);
        keep(Tea.thing("coffee", Map.of("cups", "1")));
        keep(
                new Thing(
                        new Thing.Name("ConfigMap", "market", "kube-root-ca.crt"),
                        Map.of("kind", "ConfigMap")));

        assertThat(findings())
                .singleElement()
                .asString()
                .contains(
                        "the cluster is as Git says",
                        "ConfigMap market/coffee",
                        "nothing declares");
    }

    /** One push of which everything is told and done. */
    private void delivered(int generation) {
        commits.addFirst("c" + generation);
        tell(
                "commit" + generation,
                Tea.commit("c" + (generation - 1), "c" + generation, List.of()));
        delivered(generation, "c" + generation);
    }

    private void delivered(int generation, String revision) {
        var number = Integer.toString(generation);
        declared = Tea.with(number);
        tell("state" + generation, Tea.desired(generation, revision, number));
        tell(
                "verdict" + generation,
                Tea.verdict(generation, GateDecision.ADMITTED, Tea.at(generation, 2)));
        tell("sync" + generation, Tea.synced(generation));
        writes.add(new World.Write(declared, Tea.at(generation, 4)));
        keep(declared);
    }

    private List<String> findings() {
        var git = new GitHead(Tea.MAIN, commits, Map.of(TEA, List.of(declared)));
        return Oracle.findings(new World(git, events, List.copyOf(live.values()), writes));
    }

    private void tell(String id, SpecificRecord event) {
        events.add(new EventLog.Entry("", TEA, id, "", event));
    }

    private void keep(Thing thing) {
        live.put(thing.name(), thing);
    }

    private <T> void forget(Class<T> type, Predicate<T> which) {
        events.removeIf(
                entry -> type.isInstance(entry.value()) && which.test(type.cast(entry.value())));
    }

    private static int compare(Thing.Name one, Thing.Name other) {
        return one.toString().compareTo(other.toString());
    }
}
