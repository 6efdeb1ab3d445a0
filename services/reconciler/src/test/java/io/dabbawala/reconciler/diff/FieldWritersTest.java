package io.dabbawala.reconciler.diff;

import static io.dabbawala.reconciler.diff.Objects.changes;
import static io.dabbawala.reconciler.diff.Objects.managed;
import static io.dabbawala.reconciler.diff.Objects.of;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldWritersTest {

    private static final String KIND = "apps/v1/Deployment";

    @Test
    void each_field_names_who_else_wrote_it_last() {
        var desired = of(KIND, "{'spec':{'replicas':1,'paused':true,'minReadySeconds':5}}");
        var scaled =
                managed(
                        of(KIND, "{'spec':{'replicas':5,'paused':false,'minReadySeconds':9}}"),
                        "hpa",
                        "Update",
                        "{'f:spec':{'f:replicas':{}}}");
        var live = managed(scaled, "kubectl-edit", "Update", "{'f:spec':{'f:paused':{}}}");

        var writers =
                changes(desired, live).stream()
                        .map(
                                change ->
                                        change.pointer()
                                                + " "
                                                + (change.changedBy() == null
                                                        ? "nobody"
                                                        : change.changedBy().manager()));

        assertThat(writers)
                .containsExactlyInAnyOrder(
                        "/spec/replicas hpa",
                        "/spec/paused kubectl-edit",
                        "/spec/minReadySeconds nobody");
    }
}
