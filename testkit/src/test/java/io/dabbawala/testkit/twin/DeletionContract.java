package io.dabbawala.testkit.twin;

import static io.dabbawala.testkit.twin.Contract.assertCode;
import static io.dabbawala.testkit.twin.Contract.assertRefused;
import static io.dabbawala.testkit.twin.Contract.configMap;
import static io.dabbawala.testkit.twin.Contract.deployment;
import static io.dabbawala.testkit.twin.Contract.json;
import static io.dabbawala.testkit.twin.Contract.names;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What goes, what waits, and what goes with it. */
interface DeletionContract extends Contract {

    @Test
    default void deletes() {
        var created = api().post(core("configmaps"), configMap("a", "1"));

        var deleted = api().delete(core("configmaps/a"));

        assertCode(deleted, 200);
        assertThat(deleted.text("/status")).isEqualTo("Success");
        assertThat(deleted.at("/details"))
                .isEqualTo(
                        json(
                                "{\"name\": \"a\", \"kind\": \"configmaps\", \"uid\": \"%s\"}"
                                        .formatted(created.text("/metadata/uid"))));
        assertRefused(
                api().delete(core("configmaps/a")), 404, "NotFound", "configmaps \"a\" not found");
    }

    @Test
    default void deletes_only_the_object_that_is_meant() {
        var created = api().post(core("configmaps"), configMap("a", "1"));
        var uid = created.text("/metadata/uid");

        var wrongUid =
                api().delete(core("configmaps/a"), "{\"preconditions\": {\"uid\": \"other\"}}");
        assertRefused(
                wrongUid,
                409,
                "Conflict",
                "Operation cannot be fulfilled on ConfigMap \"a\": the UID in the precondition (other) does not match the UID in record (%s). The object might have been deleted and then recreated"
                        .formatted(uid));
        var wrongVersion =
                api().delete(
                                core("configmaps/a"),
                                "{\"preconditions\": {\"resourceVersion\": \"1\"}}");
        assertRefused(
                wrongVersion,
                409,
                "Conflict",
                "Operation cannot be fulfilled on ConfigMap \"a\": the ResourceVersion in the precondition (1) does not match the ResourceVersion in record (%s). The object might have been modified"
                        .formatted(created.version()));
        assertCode(
                api().delete(
                                core("configmaps/a"),
                                "{\"preconditions\": {\"uid\": \"%s\", \"resourceVersion\": \"%s\"}}"
                                        .formatted(uid, created.version())),
                200);
    }

    @Test
    default void waits_for_finalizers() {
        api().post(
                        core("configmaps"),
                        "{\"metadata\": {\"name\": \"a\", \"finalizers\": [\"example.com/wait\"]}}");

        var marked = api().delete(core("configmaps/a"));

        assertThat(marked.text("/metadata/deletionTimestamp")).endsWith("Z");
        assertThat(marked.at("/metadata/deletionGracePeriodSeconds").asInt()).isZero();
        assertCode(api().get(core("configmaps/a")), 200);
        api().patch(
                        core("configmaps/a"),
                        ApiClient.MERGE,
                        "{\"metadata\": {\"finalizers\": null}}");
        assertCode(api().get(core("configmaps/a")), 404);
    }

    @Test
    default void a_dry_run_deletes_nothing() {
        api().post(core("configmaps"), configMap("a", "1"));

        assertCode(api().delete(core("configmaps/a?dryRun=All")), 200);
        assertCode(api().get(core("configmaps/a")), 200);
    }

    @Test
    default void what_is_owned_goes_with_its_owner() {
        api().apply(apps("deployments/a"), "one", deployment("a", 1, "app:1"));
        await(core("pods?labelSelector=app%3Da"), pods -> names(pods).size() == 1);

        api().delete(apps("deployments/a"));

        await(apps("replicasets?labelSelector=app%3Da"), sets -> names(sets).isEmpty());
        await(core("pods?labelSelector=app%3Da"), pods -> names(pods).isEmpty());
    }

    @Test
    default void in_the_foreground_the_owner_goes_last() {
        api().apply(apps("deployments/a"), "one", deployment("a", 1, "app:1"));
        await(apps("deployments/a"), d -> d.at("/status/readyReplicas").asInt() == 1);

        var marked = api().delete(apps("deployments/a"), "{\"propagationPolicy\": \"Foreground\"}");

        assertThat(marked.at("/metadata/finalizers")).isEqualTo(json("[\"foregroundDeletion\"]"));
        await(apps("deployments/a"), d -> d.code() == 404);
        assertThat(names(api().get(apps("replicasets?labelSelector=app%3Da")))).isEmpty();
    }

    @Test
    default void orphans_stay() {
        api().apply(apps("deployments/a"), "one", deployment("a", 0, "app:1"));
        await(apps("replicasets?labelSelector=app%3Da"), sets -> names(sets).size() == 1);

        api().delete(apps("deployments/a"), "{\"propagationPolicy\": \"Orphan\"}");

        await(apps("deployments/a"), d -> d.code() == 404);
        var sets = api().get(apps("replicasets?labelSelector=app%3Da"));
        assertThat(names(sets)).hasSize(1);
        assertThat(sets.at("/items/0/metadata/ownerReferences").isMissingNode()).isTrue();
    }

    @Test
    default void deletes_a_collection() {
        for (var name : new String[] {"a", "b"}) {
            api().post(
                            core("configmaps"),
                            "{\"metadata\": {\"name\": \"%s\", \"labels\": {\"go\": \"\"}}}"
                                    .formatted(name));
        }
        api().post(core("configmaps"), configMap("c", "1"));

        assertCode(api().delete(core("configmaps?labelSelector=go")), 200);

        assertThat(names(api().get(core("configmaps")))).contains("c").doesNotContain("a", "b");
    }

    @Test
    default void a_namespace_takes_everything_with_it() {
        api().post(core("configmaps"), configMap("a", "1"));
        api().apply(apps("deployments/a"), "one", deployment("a", 1, "app:1"));

        var marked = api().delete("/api/v1/namespaces/" + namespace());

        assertCode(marked, 200);
        assertThat(marked.text("/status/phase")).isEqualTo("Terminating");
        await("/api/v1/namespaces/" + namespace(), answer -> answer.code() == 404);
        assertCode(api().get(core("configmaps/a")), 404);
        assertThat(names(api().get(core("pods")))).isEmpty();
    }

    @Test
    default void nothing_new_in_a_namespace_that_goes() {
        api().post(
                        core("configmaps"),
                        "{\"metadata\": {\"name\": \"hold\", \"finalizers\": [\"example.com/wait\"]}}");
        api().delete("/api/v1/namespaces/" + namespace());

        assertRefused(
                api().post(core("configmaps"), configMap("a", "1")),
                403,
                "Forbidden",
                "configmaps \"a\" is forbidden: unable to create new content in namespace %s because it is being terminated"
                        .formatted(namespace()));
        api().patch(
                        core("configmaps/hold"),
                        ApiClient.MERGE,
                        "{\"metadata\": {\"finalizers\": null}}");
        await("/api/v1/namespaces/" + namespace(), answer -> answer.code() == 404);
    }
}
