package io.dabbawala.reconciler.diff;

import io.dabbawala.reconciler.knowntype.Quantity;
import io.dabbawala.reconciler.object.ObjectRef;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is the same in two objects of a kind.
 *
 * @param isBuiltIn whether the API server writes objects of the kind in a form of its own
 */
record FieldRules(boolean isBuiltIn) {

    static FieldRules of(ObjectRef ref) {
        return new FieldRules(BuiltInKinds.has(ref));
    }

    boolean isSame(FieldPosition at, Object desired, Object live) {
        return desired.equals(live)
                || desired instanceof Number one
                        && live instanceof Number other
                        && number(one).compareTo(number(other)) == 0
                || isBuiltIn && ServerForm.isQuantity(at) && Quantity.isSame(desired, live)
                || isBuiltIn && areBothUnsaid(at, desired, live);
    }

    /** Whether saying this at this position and saying nothing is the same. */
    boolean isUnsaid(FieldPosition at, Object value) {
        return isEmpty(value) && isOfMetadata(at) || isBuiltIn && ServerForm.isImplied(at, value);
    }

    /** Whether declaring this at this position is declaring nothing. */
    boolean isLeftOut(FieldPosition at, Object desired) {
        return isBuiltIn && ServerForm.isLeftOut(at, desired);
    }

    Optional<List<String>> keys(
            FieldPosition at,
            List<Object> desired,
            List<Object> live,
            Map<String, Object> applied) {
        return MergeKeys.of(at, isBuiltIn, desired, live, applied);
    }

    /**
     * Whether a list without keys is its owner's as a whole, with all that is in its elements. A
     * claim template gets fields that nobody declares.
     */
    boolean isWholeElement(FieldPosition element) {
        return isBuiltIn && !element.name().equals("volumeClaimTemplates");
    }

    static boolean isSet(FieldPosition at, Map<String, Object> applied) {
        return at.token().equals("finalizers")
                || applied.keySet().stream().anyMatch(step -> step.startsWith("v:"));
    }

    /**
     * Quantities, durations and times have several spellings; words, other numbers and flags do
     * not.
     */
    static boolean isCertain(Object desired, Object live) {
        if (desired instanceof String one && live instanceof String other) {
            return !one.equalsIgnoreCase(other) && !(startsAsNumber(one) && startsAsNumber(other));
        }
        return desired instanceof Number && live instanceof Number
                || desired instanceof Boolean && live instanceof Boolean;
    }

    private static boolean areBothUnsaid(FieldPosition at, Object desired, Object live) {
        return ServerForm.isImplied(at, desired) && ServerForm.isImplied(at, live);
    }

    private static boolean isOfMetadata(FieldPosition at) {
        return at.depth() == 2 && at.parent() != null && at.parent().token().equals("metadata");
    }

    private static boolean isEmpty(Object value) {
        return value instanceof Map<?, ?> map && map.isEmpty()
                || value instanceof List<?> list && list.isEmpty();
    }

    private static boolean startsAsNumber(String text) {
        return !text.isEmpty() && "0123456789+-.".indexOf(text.charAt(0)) >= 0;
    }

    private static BigDecimal number(Number number) {
        return new BigDecimal(number.toString());
    }
}
