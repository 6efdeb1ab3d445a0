package io.dabbawala.compliancegate.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dabbawala.compliancegate.document.Document;
import io.dabbawala.compliancegate.document.Json;
import io.dabbawala.compliancegate.verdict.Rules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The rules declared now. The store changes under us; it is read again after it was written to, and
 * the rules are made anew when one of them reads differently.
 */
final class Declarations {

    private static final String POLICY = "ValidatingAdmissionPolicy";
    private static final Set<String> KINDS =
            Set.of(POLICY, "ValidatingAdmissionPolicyBinding", "AppProject", "Gate");

    private final ReadOnlyKeyValueStore<String, byte[]> store;
    private final LongSupplier writes;
    private long readAfter = -1;
    private Map<String, byte[]> seen = Map.of();
    private Rules rules = Rules.of(List.of(), digestOf(new TreeMap<>()));

    /**
     * @param writes how often the store was written to so far
     */
    Declarations(ReadOnlyKeyValueStore<String, byte[]> store, LongSupplier writes) {
        this.store = store;
        this.writes = writes;
    }

    Rules rules() {
        long now = writes.getAsLong();
        if (now != readAfter) {
            read();
            readAfter = now;
        }
        return rules;
    }

    private void read() {
        var declared = all();
        if (!isSeen(declared)) {
            rules = Rules.of(documents(declared), digestOf(declared));
            seen = declared;
        }
    }

    /** What is a rule, or of a kind that a policy takes its parameters from. */
    private TreeMap<String, byte[]> all() {
        var declared = new TreeMap<String, byte[]>();
        try (var entries = store.all()) {
            entries.forEachRemaining(entry -> declared.put(entry.key, entry.value));
        }
        var kinds =
                declared.entrySet().stream()
                        .filter(entry -> kindOf(entry.getKey()).equals(POLICY))
                        .map(entry -> document(entry.getValue()).spec().at("paramKind").kind())
                        .collect(Collectors.toSet());
        declared.keySet()
                .removeIf(key -> !KINDS.contains(kindOf(key)) && !kinds.contains(kindOf(key)));
        return declared;
    }

    private boolean isSeen(Map<String, byte[]> declared) {
        return seen.keySet().equals(declared.keySet())
                && declared.entrySet().stream()
                        .allMatch(
                                entry -> Arrays.equals(entry.getValue(), seen.get(entry.getKey())));
    }

    private static List<Document> documents(Map<String, byte[]> declared) {
        return declared.values().stream().map(Declarations::document).toList();
    }

    private static Document document(byte[] json) {
        return Json.document(new String(json, UTF_8)).orElse(Document.EMPTY);
    }

    private static String kindOf(String key) {
        return key.substring(0, Math.max(0, key.indexOf('/')));
    }

    private static String digestOf(TreeMap<String, byte[]> declared) {
        var text = new ArrayList<String>();
        declared.forEach((key, json) -> text.add(key + "\n" + new String(json, UTF_8)));
        return Desired.digestOf(String.join("\n", text)).substring("sha256:".length());
    }
}
