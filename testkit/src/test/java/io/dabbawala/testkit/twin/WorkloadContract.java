package io.dabbawala.testkit.twin;

import static io.dabbawala.testkit.twin.Contract.deployment;
import static io.dabbawala.testkit.twin.Contract.names;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.dabbawala.testkit.twin.ApiClient.Answer;
import org.junit.jupiter.api.Test;

/** Workloads run, as far as simulated pods do. */
interface WorkloadContract extends Contract {

    @Test
    default void a_deployment_rolls_out() {
        api().apply(apps("deployments/a"), "one", deployment("a", 3, "app:1"));

        var done = await(apps("deployments/a"), d -> rolledOut(d, 3));

        assertThat(condition(done, "Available").path("reason").asText())
                .isEqualTo("MinimumReplicasAvailable");
        assertThat(condition(done, "Progressing").path("reason").asText())
                .isEqualTo("NewReplicaSetAvailable");
        assertThat(condition(done, "Progressing").path("message").asText())
                .matches("ReplicaSet \"a-[a-z0-9]+\" has successfully progressed\\.");
        assertThat(
                        done.at("/metadata/annotations")
                                .path("deployment.kubernetes.io/revision")
                                .asText())
                .isEqualTo("1");
        var pods = api().get(core("pods?labelSelector=app%3Da"));
        assertThat(names(pods))
                .hasSize(3)
                .allMatch(name -> name.matches("a-[a-z0-9]+-[a-z0-9]{5}"));
        assertThat(pods.at("/items").findValuesAsText("phase")).containsOnly("Running");
        assertThat(pods.text("/items/0/metadata/ownerReferences/0/kind")).isEqualTo("ReplicaSet");
        assertThat(pods.at("/items/0/status/containerStatuses/0/ready").asBoolean()).isTrue();
    }

    @Test
    default void a_new_template_replaces_the_pods() {
        api().apply(apps("deployments/a"), "one", deployment("a", 2, "app:1"));
        await(apps("deployments/a"), d -> rolledOut(d, 2));

        api().apply(apps("deployments/a"), "one", deployment("a", 2, "app:2"));

        var done = await(apps("deployments/a"), d -> rolledOut(d, 2));
        assertThat(done.at("/status/observedGeneration").asInt()).isEqualTo(2);
        assertThat(
                        done.at("/metadata/annotations")
                                .path("deployment.kubernetes.io/revision")
                                .asText())
                .isEqualTo("2");
        var pods = await(core("pods?labelSelector=app%3Da"), p -> names(p).size() == 2);
        assertThat(pods.at("/items").findValuesAsText("image")).containsOnly("app:2");
        assertThat(names(api().get(apps("replicasets?labelSelector=app%3Da")))).hasSize(2);
    }

    @Test
    default void a_template_that_comes_back_is_the_newest_revision() {
        for (var image : new String[] {"app:1", "app:2", "app:1"}) {
            api().apply(apps("deployments/a"), "one", deployment("a", 1, image));
            await(apps("deployments/a"), d -> rolledOut(d, 1));
        }

        var done = api().get(apps("deployments/a"));
        assertThat(
                        done.at("/metadata/annotations")
                                .path("deployment.kubernetes.io/revision")
                                .asText())
                .isEqualTo("3");
        assertThat(names(api().get(apps("replicasets?labelSelector=app%3Da")))).hasSize(2);
    }

    @Test
    default void a_crashing_image_keeps_the_old_pods_and_runs_into_the_deadline() {
        api().apply(apps("deployments/a"), "one", deadline(deployment("a", 2, "app:1")));
        await(apps("deployments/a"), d -> rolledOut(d, 2));

        api().apply(apps("deployments/a"), "one", deadline(deployment("a", 2, "app:2-crash")));

        var stuck =
                await(
                        apps("deployments/a"),
                        d ->
                                condition(d, "Progressing")
                                        .path("reason")
                                        .asText()
                                        .equals("ProgressDeadlineExceeded"));
        assertThat(condition(stuck, "Progressing").path("status").asText()).isEqualTo("False");
        assertThat(condition(stuck, "Progressing").path("message").asText())
                .matches("ReplicaSet \"a-[a-z0-9]+\" has timed out progressing\\.");
        assertThat(condition(stuck, "Available").path("status").asText()).isEqualTo("True");
        assertThat(stuck.at("/status/updatedReplicas").asInt()).isEqualTo(1);
        assertThat(stuck.at("/status/availableReplicas").asInt()).isEqualTo(2);
        assertThat(
                        api().get(core("pods?labelSelector=app%3Da"))
                                .at("/items")
                                .findValuesAsText("reason"))
                .contains("CrashLoopBackOff");

        api().apply(apps("deployments/a"), "one", deadline(deployment("a", 2, "app:1")));
        await(apps("deployments/a"), d -> rolledOut(d, 2));
    }

    @Test
    default void a_slow_pod_is_not_ready_before_its_time() {
        var slow =
                deployment("a", 1, "app:1")
                        .replace(
                                "\"template\": {\"metadata\": {",
                                "\"template\": {\"metadata\": {\"annotations\": {\"simulated/ready-after-milliseconds\": \"1500\"}, ");
        var start = System.nanoTime();
        api().apply(apps("deployments/a"), "one", slow);

        await(apps("deployments/a"), d -> rolledOut(d, 1));

        assertThat((System.nanoTime() - start) / 1_000_000).isGreaterThan(1400);
    }

    @Test
    default void a_deployment_scales_down_to_nothing() {
        api().apply(apps("deployments/a"), "one", deployment("a", 2, "app:1"));
        await(apps("deployments/a"), d -> rolledOut(d, 2));

        api().patch(apps("deployments/a/scale"), ApiClient.MERGE, "{\"spec\": {\"replicas\": 0}}");

        var none = await(apps("deployments/a"), d -> rolledOut(d, 0));
        assertThat(
                        none.at("/status/replicas").isMissingNode()
                                || none.at("/status/replicas").asInt() == 0)
                .isTrue();
        await(core("pods?labelSelector=app%3Da"), pods -> names(pods).isEmpty());
    }

    @Test
    default void a_recreated_deployment_has_no_two_templates_at_once() {
        var recreate = "\"strategy\": {\"type\": \"Recreate\"}, \"replicas\"";
        api().apply(
                        apps("deployments/a"),
                        "one",
                        deployment("a", 2, "app:1").replace("\"replicas\"", recreate));
        await(apps("deployments/a"), d -> rolledOut(d, 2));
        api().apply(
                        apps("deployments/a"),
                        "one",
                        deployment("a", 2, "app:2").replace("\"replicas\"", recreate));

        var done = await(apps("deployments/a"), d -> rolledOut(d, 2));

        assertThat(done.at("/status/updatedReplicas").asInt()).isEqualTo(2);
        assertThat(
                        api().get(core("pods?labelSelector=app%3Da"))
                                .at("/items")
                                .findValuesAsText("image"))
                .containsOnly("app:2");
    }

    @Test
    default void a_stateful_set_names_its_pods() {
        api().apply(
                        apps("statefulsets/db"),
                        "one",
                        deployment("db", 2, "db:1")
                                .replace("Deployment", "StatefulSet")
                                .replace("\"replicas\"", "\"serviceName\": \"db\", \"replicas\""));

        var done =
                await(
                        apps("statefulsets/db"),
                        s ->
                                s.at("/status/readyReplicas").asInt() == 2
                                        && s.at("/status/updatedReplicas").asInt() == 2);

        assertThat(names(api().get(core("pods?labelSelector=app%3Ddb"))))
                .containsExactly("db-0", "db-1");
        assertThat(done.text("/status/currentRevision"))
                .isEqualTo(done.text("/status/updateRevision"));
        api().patch(
                        apps("statefulsets/db"),
                        ApiClient.STRATEGIC,
                        "{\"spec\": {\"template\": {\"spec\": {\"containers\": [{\"name\": \"app\", \"image\": \"db:2\"}]}}}}");
        await(
                apps("statefulsets/db"),
                s ->
                        s.at("/status/observedGeneration").asInt() == 2
                                && s.at("/status/updatedReplicas").asInt() == 2
                                && s.at("/status/readyReplicas").asInt() == 2
                                && s.text("/status/currentRevision")
                                        .equals(s.text("/status/updateRevision")));
        assertThat(
                        api().get(core("pods?labelSelector=app%3Ddb"))
                                .at("/items")
                                .findValuesAsText("image"))
                .containsOnly("db:2");
    }

    @Test
    default void a_daemon_set_runs_on_every_node() {
        api().apply(
                        apps("daemonsets/agent"),
                        "one",
                        deployment("agent", 2, "agent:1")
                                .replace("Deployment", "DaemonSet")
                                .replace("\"replicas\": 2, ", ""));

        var done =
                await(apps("daemonsets/agent"), d -> d.at("/status/numberAvailable").asInt() == 2);

        assertThat(done.at("/status/desiredNumberScheduled").asInt()).isEqualTo(2);
        assertThat(done.at("/status/updatedNumberScheduled").asInt()).isEqualTo(2);
        assertThat(done.at("/status/observedGeneration").asInt()).isEqualTo(1);
    }

    @Test
    default void a_job_completes_or_fails() {
        api().apply(group("batch/v1", "jobs/good"), "one", job("good", "app:1"));
        api().apply(group("batch/v1", "jobs/bad"), "one", job("bad", "app:fail"));

        var good =
                await(
                        group("batch/v1", "jobs/good"),
                        j -> condition(j, "Complete").path("status").asText().equals("True"));
        assertThat(good.at("/status/succeeded").asInt()).isEqualTo(1);
        assertThat(good.text("/status/completionTime")).endsWith("Z");
        var bad =
                await(
                        group("batch/v1", "jobs/bad"),
                        j -> condition(j, "Failed").path("status").asText().equals("True"));
        assertThat(condition(bad, "Failed").path("reason").asText())
                .isEqualTo("BackoffLimitExceeded");
        assertThat(bad.at("/status/failed").asInt()).isEqualTo(1);
    }

    @Test
    default void a_pod_of_its_own_runs() {
        api().post(
                        core("pods"),
                        """
                        {"metadata": {"name": "a"}, "spec": {"containers": [{"name": "app", "image": "app:1"}]}}
                        """);

        var running = await(core("pods/a"), p -> p.text("/status/phase").equals("Running"));

        assertThat(condition(running, "Ready").path("status").asText()).isEqualTo("True");
        assertThat(running.text("/spec/nodeName")).startsWith("node-");
        api().delete(core("pods/a"));
        await(core("pods/a"), p -> p.code() == 404);
    }

    private static boolean rolledOut(Answer deployment, int replicas) {
        var status = deployment.at("/status");
        return status.path("observedGeneration").asInt()
                        == deployment.at("/metadata/generation").asInt()
                && status.path("replicas").asInt() == replicas
                && status.path("updatedReplicas").asInt() == replicas
                && status.path("readyReplicas").asInt() == replicas
                && status.path("availableReplicas").asInt() == replicas
                && condition(deployment, "Progressing")
                        .path("reason")
                        .asText()
                        .equals("NewReplicaSetAvailable");
    }

    private static JsonNode condition(Answer object, String type) {
        for (var condition : object.at("/status/conditions")) {
            if (condition.path("type").asText().equals(type)) {
                return condition;
            }
        }
        return MissingNode.getInstance();
    }

    private static String deadline(String deployment) {
        return deployment.replace("\"replicas\"", "\"progressDeadlineSeconds\": 2, \"replicas\"");
    }

    private static String job(String name, String image) {
        return """
               {"apiVersion": "batch/v1", "kind": "Job", "metadata": {"name": "%s"},
                "spec": {"backoffLimit": 0, "template": {"spec": {"restartPolicy": "Never",
                 "containers": [{"name": "app", "image": "%s"}]}}}}
               """
                .formatted(name, image);
    }
}
