package io.dabbawala.reconciler.ignore;

import io.dabbawala.reconciler.application.IgnoredDifference;
import io.dabbawala.reconciler.object.ObjectRef;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What of an application's objects is not compared: {@code spec.ignoreDifferences}, ready for use.
 */
public final class IgnoreRules {

    public static final IgnoreRules NONE = new IgnoreRules(List.of(), _ -> {});

    private record Rule(
            IgnoredDifference entry,
            Glob group,
            Glob kind,
            List<PointerRemoval> pointers,
            List<JqRemoval> expressions) {

        static Rule of(IgnoredDifference entry) {
            return new Rule(
                    entry,
                    Glob.of(entry.group()),
                    Glob.of(entry.kind()),
                    entry.jsonPointers().stream().map(PointerRemoval::of).toList(),
                    entry.jqPathExpressions().stream().map(JqRemoval::of).toList());
        }

        boolean means(ObjectRef ref) {
            return group.matches(ref.group())
                    && kind.matches(ref.kind())
                    && (entry.name().isEmpty() || entry.name().equals(ref.name()))
                    && (entry.namespace().isEmpty() || entry.namespace().equals(ref.namespace()));
        }
    }

    private final List<Rule> rules;
    private final Consumer<String> note;

    private IgnoreRules(List<Rule> rules, Consumer<String> note) {
        this.rules = rules;
        this.note = note;
    }

    /**
     * @param note is told of expressions that remove nothing because they fail
     * @throws IllegalArgumentException if an expression cannot be read
     */
    public static IgnoreRules of(List<IgnoredDifference> entries, Consumer<String> note) {
        return entries.isEmpty()
                ? NONE
                : new IgnoreRules(entries.stream().map(Rule::of).toList(), note);
    }

    public boolean isAboutNothing() {
        return rules.isEmpty();
    }

    /** The object without what is named; managers are asked for separately. */
    public Map<String, Object> without(ObjectRef ref, Map<String, Object> content) {
        var left = content;
        for (var rule : rules) {
            if (rule.means(ref)) {
                for (var pointer : rule.pointers()) {
                    left = pointer.from(left);
                }
                for (var expression : rule.expressions()) {
                    left = expression.from(left, failure -> note.accept(shown(ref, failure)));
                }
            }
        }
        return left;
    }

    /** Whose word about the object's fields is taken. */
    public Set<String> trustedManagers(ObjectRef ref) {
        return rules.stream()
                .filter(rule -> rule.means(ref))
                .flatMap(rule -> rule.entry().managedFieldsManagers().stream())
                .collect(Collectors.toSet());
    }

    /** A failure may repeat values. */
    private static String shown(ObjectRef ref, String failure) {
        return ref.isOfKind("", "Secret")
                ? "jqPathExpressions: one fails for " + ref
                : failure + " (" + ref + ")";
    }
}
