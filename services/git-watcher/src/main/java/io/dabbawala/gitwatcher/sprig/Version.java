package io.dabbawala.gitwatcher.sprig;

import io.dabbawala.gitwatcher.template.function.TemplateFailed;
import io.dabbawala.gitwatcher.template.value.GoObject;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A semantic version as Masterminds/semver v3 reads it: missing parts are zero, a leading v is
 * allowed.
 */
record Version(
        long major, long minor, long patch, String prerelease, String metadata, String original)
        implements GoObject, Comparable<Version> {

    private static final String IDENTIFIERS = "[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*";
    private static final Pattern FORM =
            Pattern.compile(
                    "v?([0-9]{1,18})(?:\\.([0-9]{1,18}))?(?:\\.([0-9]{1,18}))?(?:-(%s))?(?:\\+(%s))?"
                            .formatted(IDENTIFIERS, IDENTIFIERS));

    static Version of(String text) throws TemplateFailed {
        var match = FORM.matcher(text);
        if (!match.matches()) {
            throw new TemplateFailed("Invalid Semantic Version");
        }
        return new Version(
                part(match.group(1)),
                part(match.group(2)),
                part(match.group(3)),
                match.group(4) == null ? "" : match.group(4),
                match.group(5) == null ? "" : match.group(5),
                text);
    }

    private static long part(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    @Override
    public String type() {
        return "*semver.Version";
    }

    @Override
    public Optional<Object> field(String name) {
        return switch (name) {
            case "Major" -> Optional.of(major);
            case "Minor" -> Optional.of(minor);
            case "Patch" -> Optional.of(patch);
            case "Prerelease" -> Optional.of(prerelease);
            case "Metadata" -> Optional.of(metadata);
            case "Original" -> Optional.of(original);
            case "String" -> Optional.of(toString());
            default -> Optional.empty();
        };
    }

    @Override
    public int compareTo(Version other) {
        if (major != other.major) {
            return Long.compare(major, other.major);
        }
        if (minor != other.minor) {
            return Long.compare(minor, other.minor);
        }
        if (patch != other.patch) {
            return Long.compare(patch, other.patch);
        }
        if (prerelease.isEmpty() || other.prerelease.isEmpty()) {
            return Boolean.compare(prerelease.isEmpty(), other.prerelease.isEmpty());
        }
        return comparePrerelease(prerelease.split("\\."), other.prerelease.split("\\."));
    }

    private static int comparePrerelease(String[] left, String[] right) {
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            var order = compare(left[i], right[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.length, right.length);
    }

    private static int compare(String left, String right) {
        var isNumber = left.matches("[0-9]{1,18}");
        if (isNumber != right.matches("[0-9]{1,18}")) {
            return isNumber ? -1 : 1;
        }
        return isNumber
                ? Long.compare(Long.parseLong(left), Long.parseLong(right))
                : left.compareTo(right);
    }

    @Override
    public String toString() {
        return "%d.%d.%d%s%s"
                .formatted(
                        major,
                        minor,
                        patch,
                        prerelease.isEmpty() ? "" : "-" + prerelease,
                        metadata.isEmpty() ? "" : "+" + metadata);
    }
}
