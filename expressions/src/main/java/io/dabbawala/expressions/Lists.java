package io.dabbawala.expressions;

import static io.dabbawala.expressions.Functions.LIST;

import dev.cel.common.types.SimpleType;
import io.dabbawala.expressions.Functions.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** {@code isSorted, sum, min, max, indexOf, lastIndexOf} of lists. */
final class Lists {

    private static final Kind<Object> ELEMENT = new Kind<>(Functions.ELEMENT, Object.class);
    private static final Comparator<Object> ORDER = Lists::compare;

    static void addTo(Functions functions) {
        functions
                .member("isSorted", LIST, SimpleType.BOOL, Lists::isSorted)
                .member("sum", LIST, Functions.ELEMENT, Lists::sum)
                .member(
                        "min",
                        LIST,
                        Functions.ELEMENT,
                        list -> elements(list, "min").min(ORDER).orElseThrow())
                .member(
                        "max",
                        LIST,
                        Functions.ELEMENT,
                        list -> elements(list, "max").max(ORDER).orElseThrow())
                .member("indexOf", LIST, ELEMENT, SimpleType.INT, Lists::indexOf)
                .member("lastIndexOf", LIST, ELEMENT, SimpleType.INT, Lists::lastIndexOf);
    }

    private static boolean isSorted(List<?> list) {
        for (int i = 1; i < list.size(); i++) {
            if (compare(list.get(i - 1), list.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }

    private static Object sum(List<?> list) {
        if (list.stream().allMatch(Long.class::isInstance)) {
            return list.stream().mapToLong(Long.class::cast).reduce(0, Math::addExact);
        }
        if (list.stream().allMatch(java.time.Duration.class::isInstance)) {
            return list.stream()
                    .map(java.time.Duration.class::cast)
                    .reduce(java.time.Duration.ZERO, java.time.Duration::plus);
        }
        return list.stream().mapToDouble(Lists::number).sum();
    }

    private static java.util.stream.Stream<Object> elements(List<?> list, String function) {
        if (list.isEmpty()) {
            throw new IllegalArgumentException(function + " called on empty list");
        }
        return list.stream().map(Object.class::cast);
    }

    private static long indexOf(List<?> list, Object element) {
        for (int i = 0; i < list.size(); i++) {
            if (isEqual(list.get(i), element)) {
                return i;
            }
        }
        return -1;
    }

    private static long lastIndexOf(List<?> list, Object element) {
        for (int i = list.size() - 1; i >= 0; i--) {
            if (isEqual(list.get(i), element)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isEqual(Object a, Object b) {
        return a instanceof Number && b instanceof Number
                ? compare(a, b) == 0
                : Objects.equals(a, b);
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object a, Object b) {
        if (a instanceof Number && b instanceof Number && a.getClass() != b.getClass()) {
            return Double.compare(number(a), number(b));
        }
        if (a.getClass() == b.getClass() && a instanceof Comparable<?>) {
            return ((Comparable<Object>) a).compareTo(b);
        }
        throw new IllegalArgumentException(
                "cannot compare %s with %s"
                        .formatted(a.getClass().getSimpleName(), b.getClass().getSimpleName()));
    }

    private static double number(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException(
                value.getClass().getSimpleName() + " is not a number to be summed");
    }

    private Lists() {}
}
