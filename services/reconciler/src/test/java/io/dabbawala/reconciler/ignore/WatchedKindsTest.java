package io.dabbawala.reconciler.ignore;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.reconciler.application.SpecField;
import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.object.ObjectRef;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WatchedKindsTest {

    private static final Set<String> HERE = Set.of("https://kubernetes.default.svc");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'apiGroups':['apps'],'kinds':['Deployment']|false",
                "'apiGroups':['apps'],'kinds':['StatefulSet']|true",
                "'apiGroups':['a*']|false",
                "'apiGroups':['batch','ap?s']|false",
                "'apiGroups':['batch']|true",
                "'kinds':['*']|false",
                "'kinds':['Deploy*']|true",
                "'kinds':['deployment']|true",
                "'clusters':['https://kubernetes.*']|false",
                "'clusters':['https://elsewhere']|true",
                "'clusters':['in-cluster']|true",
                "'kinds':[]|false"
            })
    void a_kind_is_excluded_by_each_list_that_says_something(String entry, boolean isWatched) {
        var kinds = kinds("[{%s}]".formatted(entry), "[]");

        assertThat(kinds.has(deployment())).isEqualTo(isWatched);
    }

    @Test
    void where_something_is_included_nothing_else_is() {
        var kinds = kinds("[]", "[{'apiGroups':['apps']},{'apiGroups':[''],'kinds':['Secret']}]");

        assertThat(kinds.has(deployment())).isTrue();
        assertThat(kinds.has(ObjectRef.ofKind("v1/Secret"))).isTrue();
        assertThat(kinds.has(ObjectRef.ofKind("v1/ConfigMap"))).isFalse();
    }

    @Test
    void what_is_included_on_another_cluster_is_not_on_this_one() {
        assertThat(kinds("[]", "[{'clusters':['https://elsewhere']}]").has(deployment())).isFalse();
    }

    @Test
    void what_is_included_and_excluded_is_excluded() {
        var kinds = kinds("[{'kinds':['Deployment']}]", "[{'apiGroups':['apps']}]");

        assertThat(kinds.has(deployment())).isFalse();
        assertThat(kinds.has(ObjectRef.ofKind("apps/v1/DaemonSet"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v1/Event",
                "events.k8s.io/v1/Event",
                "metrics.k8s.io/v1/PodMetrics",
                "coordination.k8s.io/v1/Lease"
            })
    void some_kinds_are_never_looked_at_by_an_argo_cd(String kind) {
        var ref = ObjectRef.ofKind(kind);

        assertThat(WatchedKinds.UNSAID.has(ref)).isFalse();
        assertThat(kinds("[{'kinds':['Secret']}]", "[{'kinds':['*']}]").has(ref)).isFalse();
        assertThat(WatchedKinds.ALL.has(ref)).isTrue();
        assertThat(WatchedKinds.UNSAID.has(ObjectRef.ofKind("example.org/v1/Event"))).isTrue();
    }

    private static ObjectRef deployment() {
        return ObjectRef.of("apps/v1", "Deployment", "shop", "web");
    }

    private static WatchedKinds kinds(String exclusions, String inclusions) {
        return WatchedKinds.of(field(exclusions), field(inclusions)).of(HERE);
    }

    private static SpecField field(String json) {
        return new SpecField("settings", Json.tree(json.replace('\'', '"')));
    }
}
