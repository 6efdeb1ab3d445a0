package io.dabbawala.reconciler.plan;

import static io.dabbawala.reconciler.plan.Fixtures.config;
import static io.dabbawala.reconciler.plan.Fixtures.deployment;
import static io.dabbawala.reconciler.plan.Fixtures.ours;
import static io.dabbawala.reconciler.plan.Fixtures.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.reconciler.application.IgnoredDifference;
import io.dabbawala.reconciler.diff.Comparison;
import io.dabbawala.reconciler.diff.NotCompared;
import io.dabbawala.reconciler.ignore.IgnoreRules;
import io.dabbawala.reconciler.knowntype.KnownFields;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.object.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettledTest {

    private static final CompareOptions OPTIONS = new CompareOptions("", "");
    private static final Manifest WEB = Manifest.of(deployment("web", "web:1"));

    private final Settled settled = new Settled();
    private final Map<String, Object> live = ours(deployment("web", "web:1"));

    @BeforeEach
    void look() {
        settled.found(of(WEB, live));
    }

    @Test
    void news_of_the_status_change_nothing() {
        // When
        var later =
                metadata(
                        with(live, "status", Map.of("readyReplicas", 2)),
                        Map.of("resourceVersion", "9", "generation", 4));

        // Then
        assertThat(settled.still(of(WEB, later))).isTrue();
        assertThat(settled.still(of(WEB, live))).isTrue();
    }

    @Test
    void another_field_a_label_or_who_wrote_it_is_looked_at() {
        assertThat(settled.still(of(WEB, with(live, "spec", Map.of("replicas", 5))))).isFalse();
        assertThat(settled.still(of(WEB, with(live, "data", Map.of("a", "1"))))).isFalse();
        assertThat(settled.still(of(WEB, metadata(live, Map.of("labels", Map.of("a", "1"))))))
                .isFalse();
        assertThat(settled.still(of(WEB, metadata(live, Map.of("managedFields", List.of("x"))))))
                .isFalse();
        assertThat(settled.still(of(WEB, without(live, "spec")))).isFalse();
    }

    @Test
    void another_declaration_or_another_way_to_compare_is_looked_at() {
        // Given
        var object = LiveObject.of(live);
        var other = Manifest.of(deployment("web", "web:2"));
        var asked = new CompareOptions("ServerSideDiff=true", "");
        var elsewhere = Set.of("/spec/replicas");

        // Then
        assertThat(settled.still(of(other, live))).isFalse();
        assertThat(settled.still(look(object, Comparison.PLAIN, asked, Set.of()))).isFalse();
        assertThat(settled.still(look(object, Comparison.PLAIN, OPTIONS, elsewhere))).isFalse();
        assertThat(settled.still(look(object, ignoring(), OPTIONS, Set.of()))).isFalse();
    }

    @Test
    void where_something_is_ignored_the_status_may_decide() {
        // When
        var look = look(LiveObject.of(live), ignoring(), OPTIONS, Set.of());
        settled.found(look);

        // Then
        assertThat(settled.still(look)).isFalse();
    }

    @Test
    void what_differed_since_and_what_was_long_ago_is_looked_at() {
        // When
        settled.forget(WEB.ref());

        // Then
        assertThat(settled.still(of(WEB, live))).isFalse();

        // When
        settled.found(of(WEB, live));
        for (int i = 0; i < 1000; i++) {
            var other = config("other-" + i, "1");
            settled.found(of(Manifest.of(other), ours(other)));
        }

        // Then
        assertThat(settled.still(of(WEB, live))).isFalse();
    }

    private static Settled.Look of(Manifest manifest, Map<String, Object> live) {
        return new Settled.Look(manifest, LiveObject.of(live), Comparison.PLAIN, OPTIONS, Set.of());
    }

    private static Settled.Look look(
            LiveObject live, Comparison comparison, CompareOptions options, Set<String> elsewhere) {
        return new Settled.Look(WEB, live, comparison, options, elsewhere);
    }

    private static Comparison ignoring() {
        var replicas =
                new IgnoredDifference(
                        "apps",
                        "Deployment",
                        "",
                        "",
                        List.of("/spec/replicas"),
                        List.of(),
                        List.of());
        return new Comparison(
                IgnoreRules.of(List.of(replicas), _ -> {}), NotCompared.STATUS, KnownFields.UNSAID);
    }

    private static Map<String, Object> metadata(
            Map<String, Object> content, Map<String, Object> more) {
        var metadata = new LinkedHashMap<>(Tree.map(content, "metadata"));
        metadata.putAll(more);
        return with(content, "metadata", metadata);
    }

    private static Map<String, Object> without(Map<String, Object> content, String name) {
        var copy = new LinkedHashMap<>(content);
        copy.remove(name);
        return copy;
    }
}
