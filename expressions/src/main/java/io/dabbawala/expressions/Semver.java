package io.dabbawala.expressions;

import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import io.dabbawala.expressions.Functions.Kind;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code semver} of Kubernetes: strict semantic versions (semver.org), ordered as it says. */
record Semver(long major, long minor, long patch, String preRelease, String text)
        implements Comparable<Semver> {

    static final Kind<Semver> KIND =
            new Kind<>(OpaqueType.create("kubernetes.Semver"), Semver.class);

    private static final String NUMBER = "(0|[1-9]\\d{0,17})";
    private static final Pattern FORM =
            Pattern.compile(
                    NUMBER
                            + "\\."
                            + NUMBER
                            + "\\."
                            + NUMBER
                            + "(?:-([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?(?:\\+[0-9A-Za-z.-]+)?");

    static void addTo(Functions functions) {
        functions
                .global(
                        "isSemver",
                        Functions.TEXT,
                        SimpleType.BOOL,
                        text -> parse(text).isPresent())
                .global("semver", Functions.TEXT, KIND.type(), Semver::of)
                .member("major", KIND, SimpleType.INT, Semver::major)
                .member("minor", KIND, SimpleType.INT, Semver::minor)
                .member("patch", KIND, SimpleType.INT, Semver::patch)
                .member("isGreaterThan", KIND, KIND, SimpleType.BOOL, (a, b) -> a.compareTo(b) > 0)
                .member("isLessThan", KIND, KIND, SimpleType.BOOL, (a, b) -> a.compareTo(b) < 0)
                .member("compareTo", KIND, KIND, SimpleType.INT, (a, b) -> (long) a.compareTo(b));
    }

    private static Semver of(String text) {
        return parse(text)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "\"%s\" is no semantic version".formatted(text)));
    }

    private static Optional<Semver> parse(String text) {
        var parts = FORM.matcher(text);
        if (text.length() > 256 || !parts.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new Semver(
                        Long.parseLong(parts.group(1)),
                        Long.parseLong(parts.group(2)),
                        Long.parseLong(parts.group(3)),
                        Optional.ofNullable(parts.group(4)).orElse(""),
                        text));
    }

    @Override
    public int compareTo(Semver other) {
        var numbers =
                java.util.Comparator.comparingLong(Semver::major)
                        .thenComparingLong(Semver::minor)
                        .thenComparingLong(Semver::patch)
                        .compare(this, other);
        if (numbers != 0 || preRelease.equals(other.preRelease)) {
            return numbers;
        }
        if (preRelease.isEmpty() || other.preRelease.isEmpty()) {
            return preRelease.isEmpty() ? 1 : -1;
        }
        var mine = preRelease.split("\\.");
        var others = other.preRelease.split("\\.");
        for (int i = 0; i < Math.min(mine.length, others.length); i++) {
            var part = compare(mine[i], others[i]);
            if (part != 0) {
                return part;
            }
        }
        return Integer.compare(mine.length, others.length);
    }

    private static int compare(String a, String b) {
        var areNumbers = a.matches("\\d+") && b.matches("\\d+");
        if (areNumbers) {
            return Integer.signum(
                    new java.math.BigInteger(a).compareTo(new java.math.BigInteger(b)));
        }
        var isNumber = a.matches("\\d+");
        return isNumber || b.matches("\\d+") ? (isNumber ? -1 : 1) : Integer.signum(a.compareTo(b));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Semver version && compareTo(version) == 0;
    }

    @Override
    public int hashCode() {
        return java.util.Objects.hash(major, minor, patch, preRelease);
    }

    @Override
    public String toString() {
        return text;
    }
}
