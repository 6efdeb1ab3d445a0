package io.dabbawala.reconciler.operation;

import io.dabbawala.reconciler.application.SyncPolicy;
import io.dabbawala.reconciler.object.Tree;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The options of one object: its own word wins over the application's. */
public record ObjectOptions(SyncPolicy own, SyncPolicy application) {

    private static final String ANNOTATION = "argocd.argoproj.io/sync-options";

    public static ObjectOptions of(Map<String, Object> content, SyncPolicy application) {
        var text = Tree.text(content, "metadata", "annotations", ANNOTATION);
        var own =
                Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(option -> !option.isEmpty())
                        .collect(Collectors.toSet());
        return new ObjectOptions(
                new SyncPolicy(false, false, false, false, Set.copyOf(own)), application);
    }

    /** The value of {@code name=value}. */
    public Optional<String> value(String name) {
        return own.option(name).or(() -> application.option(name));
    }

    /** Whether {@code name=true} is said, and not taken back by the object. */
    public boolean isOn(String name) {
        return value(name).filter("true"::equals).isPresent();
    }

    /** Whether one of the two says {@code name=true}. */
    public boolean isOnAnywhere(String name) {
        return own.has(name + "=true") || application.has(name + "=true");
    }
}
