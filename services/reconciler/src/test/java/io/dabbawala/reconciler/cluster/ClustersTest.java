package io.dabbawala.reconciler.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.reconciler.application.Destination;
import io.dabbawala.reconciler.cluster.Clusters.Place;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClustersTest {

    private static final String PUNE = "https://pune.example:6443";

    private final Clusters local =
            new Clusters("control", Set.of(Clusters.LOCAL), Set.of("pune", PUNE));
    private final Clusters pune = new Clusters("pune", Set.of(PUNE), Set.of());

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "control, ''",
        "in-cluster, ''",
        "'', https://kubernetes.default.svc",
        "'', https://kubernetes.default.svc/"
    })
    void what_means_the_local_cluster_is_its_groups_and_nobody_elses(String name, String server) {
        assertThat(local.placeOf(to(name, server))).isEqualTo(Place.HERE);
        assertThat(pune.placeOf(to(name, server))).isEqualTo(Place.ELSEWHERE);
    }

    @ParameterizedTest
    @CsvSource({"pune, ''", "'', https://pune.example:6443", "'', https://pune.example:6443/"})
    void what_means_another_cluster_is_that_groups(String name, String server) {
        assertThat(local.placeOf(to(name, server))).isEqualTo(Place.ELSEWHERE);
        assertThat(pune.placeOf(to(name, server))).isEqualTo(Place.HERE);
    }

    @ParameterizedTest
    @CsvSource({"goa, ''", "'', https://goa.example", "pune, https://pune.example:6443"})
    void what_is_nobodys_is_told_by_the_local_group_alone(String name, String server) {
        assertThat(local.placeOf(to(name, server))).isEqualTo(Place.NOWHERE);
        assertThat(local.problemOf(to(name, server))).isPresent();
        assertThat(pune.placeOf(to(name, server))).isEqualTo(Place.ELSEWHERE);
        assertThat(pune.problemOf(to(name, server))).isEmpty();
    }

    @Test
    void the_problem_names_the_cluster() {
        assertThat(local.problemOf(to("goa", "")).orElseThrow()).endsWith("cluster goa");
        assertThat(local.problemOf(to("goa", PUNE)).orElseThrow()).contains("one of them");
        assertThat(local.problemOf(to("pune", ""))).isEmpty();
    }

    private static Destination to(String name, String server) {
        return new Destination(name, server, "shop");
    }
}
