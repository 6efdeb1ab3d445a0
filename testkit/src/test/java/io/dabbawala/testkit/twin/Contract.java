package io.dabbawala.testkit.twin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dabbawala.testkit.twin.ApiClient.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** What every part of the contract needs: a server, a namespace of its own, and words. */
interface Contract {

    ObjectMapper JSON = new ObjectMapper();

    ApiClient api();

    /** A fresh namespace for this test. */
    String namespace();

    default String core(String resource) {
        return "/api/v1/namespaces/" + namespace() + "/" + resource;
    }

    default String apps(String resource) {
        return "/apis/apps/v1/namespaces/" + namespace() + "/" + resource;
    }

    default String group(String groupVersion, String resource) {
        return "/apis/" + groupVersion + "/namespaces/" + namespace() + "/" + resource;
    }

    static String configMap(String name, String value) {
        return """
               {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "%s"}, "data": {"key": "%s"}}
               """
                .formatted(name, value);
    }

    static String deployment(String name, int replicas, String image) {
        return """
               {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "%1$s"},
                "spec": {"replicas": %2$d, "selector": {"matchLabels": {"app": "%1$s"}},
                 "template": {"metadata": {"labels": {"app": "%1$s"}},
                  "spec": {"containers": [{"name": "app", "image": "%3$s"}]}}}}
               """
                .formatted(name, replicas, image);
    }

    static JsonNode json(String text) {
        return ApiClient.read(text);
    }

    static void assertCode(Answer answer, int code) {
        assertThat(answer.code()).as(answer.body().toString()).isEqualTo(code);
    }

    /** The sentence and the fields of a refusal. */
    static void assertRefused(Answer answer, int code, String reason, String message) {
        assertCode(answer, code);
        assertThat(answer.text("/kind")).isEqualTo("Status");
        assertThat(answer.text("/status")).isEqualTo("Failure");
        assertThat(answer.text("/reason")).isEqualTo(reason);
        assertThat(answer.text("/message")).isEqualTo(message);
        assertThat(answer.at("/code").asInt()).isEqualTo(code);
    }

    static List<String> causeFields(Answer answer) {
        return StreamSupport.stream(answer.at("/details/causes").spliterator(), false)
                .map(cause -> cause.path("field").asText())
                .toList();
    }

    static List<String> names(Answer list) {
        return StreamSupport.stream(list.at("/items").spliterator(), false)
                .map(item -> item.at("/metadata/name").asText())
                .toList();
    }

    /** The fields a manager owns, as FieldsV1. */
    static JsonNode owned(Answer object, String manager) {
        for (var entry : object.at("/metadata/managedFields")) {
            if (entry.path("manager").asText().equals(manager)) {
                return entry.path("fieldsV1");
            }
        }
        return ApiClient.read("{}");
    }

    default Answer await(String path, Predicate<Answer> condition) {
        var end = Instant.now().plus(Duration.ofSeconds(20));
        var answer = api().get(path);
        while (!condition.test(answer)) {
            assertThat(Instant.now()).as("in time at %s: %s", path, answer.body()).isBefore(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            answer = api().get(path);
        }
        return answer;
    }
}
