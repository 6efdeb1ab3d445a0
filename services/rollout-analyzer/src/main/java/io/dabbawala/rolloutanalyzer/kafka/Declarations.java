package io.dabbawala.rolloutanalyzer.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dabbawala.rolloutanalyzer.canary.CanarySpec;
import io.dabbawala.rolloutanalyzer.declared.CanaryDocument;
import io.dabbawala.rolloutanalyzer.declared.DeclaredCanary;
import io.dabbawala.rolloutanalyzer.declared.DeclaredObjectives;
import io.dabbawala.rolloutanalyzer.declared.SloDocument;
import io.dabbawala.rolloutanalyzer.slo.Objective;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jboss.logging.Logger;

/**
 * What is declared now. The global store changes under us; what did not change is not parsed again.
 */
final class Declarations {

    private static final Logger LOG = Logger.getLogger(Declarations.class);
    private static final String CANARY = "Canary/";
    private static final String SLO = "SLO/";
    private static final char AFTER_SLASH = '/' + 1;

    private record Parsed<T>(byte[] json, T value) {}

    private interface Document<T> {
        T read(String namespace, String name, String json);
    }

    private final KeyValueStore<String, byte[]> store;
    private final Map<String, Parsed<DeclaredCanary>> canaries = new HashMap<>();
    private final Map<String, Parsed<DeclaredObjectives>> objectives = new HashMap<>();

    Declarations(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    static boolean concerns(String key) {
        return (key.startsWith(CANARY) || key.startsWith(SLO)) && key.split("/", 3).length == 3;
    }

    static boolean isOurs(String apiVersion) {
        return apiVersion.startsWith("flagger.app/") || apiVersion.startsWith("openslo/v1");
    }

    /** By rollout. Two Canaries for one workload contradict each other. */
    Map<String, CanarySpec> canaries() {
        var specs = new HashMap<String, CanarySpec>();
        for (var declared : all(CANARY, canaries, CanaryDocument::read)) {
            specs.merge(
                    declared.rollout(),
                    declared.spec(),
                    (_, _) ->
                            CanarySpec.unsupported(
                                    "AMBIGUOUS: two Canaries are declared for "
                                            + declared.rollout()));
        }
        return specs;
    }

    static CanarySpec none(String rollout) {
        return CanarySpec.unsupported("NO_CANARY: no Canary is declared for " + rollout);
    }

    List<Objective> objectives() {
        return all(SLO, objectives, Declarations::slo).stream()
                .flatMap(it -> it.objectives().stream())
                .toList();
    }

    private static DeclaredObjectives slo(String namespace, String name, String json) {
        var declared = SloDocument.read(namespace, name, json);
        if (!declared.problems().isEmpty()) {
            LOG.warnf("no budget: slo=%s/%s reason=%s", namespace, name, declared.problems());
        }
        return declared;
    }

    private <T> List<T> all(String kind, Map<String, Parsed<T>> known, Document<T> document) {
        var values = new ArrayList<T>();
        try (var declared = store.range(kind, kind.replace('/', AFTER_SLASH))) {
            while (declared.hasNext()) {
                var next = declared.next();
                var last = known.get(next.key);
                if (last == null || !Arrays.equals(last.json(), next.value)) {
                    last = parsed(next.key, next.value, document);
                    known.put(next.key, last);
                }
                values.add(last.value());
            }
        }
        return values;
    }

    private static <T> Parsed<T> parsed(String key, byte[] json, Document<T> document) {
        var parts = key.split("/", 3);
        return new Parsed<>(json, document.read(parts[1], parts[2], new String(json, UTF_8)));
    }
}
