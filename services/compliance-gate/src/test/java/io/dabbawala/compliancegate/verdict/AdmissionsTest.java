package io.dabbawala.compliancegate.verdict;

import static io.dabbawala.compliancegate.policy.Objects.one;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.compliancegate.document.Document;
import io.dabbawala.compliancegate.plan.Cause;
import io.dabbawala.compliancegate.plan.Change;
import io.dabbawala.compliancegate.plan.Destination;
import io.dabbawala.compliancegate.plan.LiveField;
import io.dabbawala.compliancegate.plan.Plan;
import io.dabbawala.compliancegate.policy.Admission;
import io.dabbawala.compliancegate.policy.ObjectRef;
import io.dabbawala.compliancegate.policy.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdmissionsTest {

    private static final ObjectRef WEB = new ObjectRef("apps", "v1", "Deployment", "shop", "web");

    private final List<Document> manifests =
            List.of(
                    one(
                            "{apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {env: prod}}}"),
                    one("{apiVersion: apps/v1, kind: Deployment, metadata: {name: api}}"),
                    one(
                            "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web},"
                                    + " spec: {replicas: 3, ports: [{port: 1}, {port: 2}]}}"));

    @Test
    void only_what_a_plan_touches_is_asked_about() {
        assertThat(admissions(change(Operation.CREATE)))
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.ref()).isEqualTo(WEB);
                            assertThat(it.old()).isEmpty();
                            assertThat(it.object().orElseThrow().namespace()).isEqualTo("shop");
                            assertThat(label(it, "env")).isEqualTo("prod");
                            assertThat(label(it, "kubernetes.io/metadata.name")).isEqualTo("shop");
                        });
    }

    @Test
    void what_was_there_is_the_manifest_with_the_live_fields() {
        var update =
                admissions(
                                change(
                                        Operation.UPDATE,
                                        new LiveField("/spec/replicas", "5"),
                                        new LiveField("/spec/ports/1/port", "9"),
                                        new LiveField("/spec/paused", "true"),
                                        new LiveField("/spec/ports/0", null)))
                        .getFirst();

        assertThat(update.old().orElseThrow().at("spec").json())
                .isEqualTo(one("{replicas: 5, ports: [{port: 9}], paused: true}").json());
        assertThat(update.object().orElseThrow().at("spec").json().get("replicas")).isEqualTo(3L);
    }

    @Test
    void a_hook_with_a_generated_name_is_the_manifest_it_was_generated_from() {
        var hook =
                one(
                        "{apiVersion: batch/v1, kind: Job, metadata: {generateName: migrate-},"
                                + " spec: {parallelism: 1}}");
        var job = new ObjectRef("batch", "v1", "Job", "shop", "migrate-0123456-presync-1");
        var other = new ObjectRef("batch", "v1", "Job", "shop", "report-0123456-presync-1");

        assertThat(declared(hook, job)).isEqualTo(one("{parallelism: 1}").json());
        assertThat(declared(hook, other)).isEmpty();
    }

    @Test
    void what_goes_is_known_by_name_only() {
        var deletion = admissions(change(Operation.DELETE)).getFirst();

        assertThat(deletion.object()).isEmpty();
        assertThat(deletion.old().orElseThrow().name()).isEqualTo("web");
        assertThat(deletion.old().orElseThrow().apiVersion()).isEqualTo("apps/v1");
    }

    private static Object label(Admission admission, String name) {
        return admission.namespace().orElseThrow().at("metadata").at("labels").text(name);
    }

    private static Change change(Operation operation, LiveField... fields) {
        return new Change(WEB, operation, List.of(fields));
    }

    private Map<String, Object> declared(Document hook, ObjectRef ref) {
        var change = new Change(ref, Operation.CREATE, List.of());
        var admission = new Admissions(plan(change), List.of(hook)).all().getFirst();
        return admission.object().orElseThrow().at("spec").json();
    }

    private List<Admission> admissions(Change change) {
        return new Admissions(plan(change), manifests).all();
    }

    private static Plan plan(Change change) {
        return new Plan(
                "argocd/web",
                "d",
                1,
                "r",
                "sha256:a",
                "sha256:plan",
                "in-cluster",
                "default",
                new Destination("", "", "shop"),
                List.of(change),
                Cause.COMMIT,
                "reconciler",
                Instant.EPOCH);
    }
}
