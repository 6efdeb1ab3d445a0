package io.dabbawala.reconciler.diff;

import static io.dabbawala.reconciler.diff.Objects.COMPARED;
import static io.dabbawala.reconciler.diff.Objects.managed;
import static io.dabbawala.reconciler.diff.Objects.of;
import static io.dabbawala.reconciler.diff.Objects.pointers;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.reconciler.object.LiveObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PredictionTest {

    private static final String KIND = "apps/v1/Deployment";
    private static final String BOTH = "{'f:spec':{'f:replicas':{},'f:paused':{}}}";
    private static final String REPLICAS = "{'f:spec':{'f:replicas':{}}}";

    @Test
    void what_the_apply_changes_differs_and_what_a_webhook_changes_does_not() {
        var live = managed(of(KIND, "{'spec':{'replicas':1,'a':1}}"), "x", "Apply", REPLICAS);
        var then = managed(of(KIND, "{'spec':{'replicas':2,'a':2,'b':1}}"), "x", "Apply", REPLICAS);

        assertThat(predicted(then, live, false)).containsExactly("/spec/replicas");
        assertThat(predicted(then, live, true))
                .containsExactlyInAnyOrder("/spec/replicas", "/spec/a", "/spec/b");
    }

    @Test
    void what_the_apply_removes_differs_and_what_a_webhook_removes_does_not() {
        var live =
                managed(
                        of(KIND, "{'spec':{'replicas':1,'paused':true,'a':1}}"),
                        "argocd-controller",
                        "Apply",
                        BOTH);
        var then =
                managed(
                        of(KIND, "{'spec':{'replicas':1}}"),
                        "argocd-controller",
                        "Apply",
                        REPLICAS);

        assertThat(predicted(then, live, false)).containsExactly("/spec/paused");
        assertThat(predicted(then, live, true))
                .containsExactlyInAnyOrder("/spec/paused", "/spec/a");
    }

    @Test
    void a_field_that_is_applied_no_more_may_come_back_with_its_default() {
        var live = managed(of(KIND, "{'spec':{'replicas':5}}"), "dabbawala", "Apply", REPLICAS);
        var then = managed(of(KIND, "{'spec':{'replicas':1}}"), "dabbawala", "Apply", "{}");

        assertThat(predicted(then, live, false)).containsExactly("/spec/replicas");
    }

    @Test
    void without_managed_fields_nothing_says_who_and_everything_differs() {
        assertThat(
                        predicted(
                                of(KIND, "{'spec':{'a':2},'status':{'x':1}}"),
                                of(KIND, "{'spec':{'a':1}}"),
                                false))
                .containsExactly("/spec/a");
    }

    private static List<String> predicted(
            Map<String, Object> then, Map<String, Object> live, boolean withWebhooks) {
        return pointers(COMPARED.predicted(LiveObject.of(then), LiveObject.of(live), withWebhooks));
    }
}
