package io.dabbawala.testkit.twin.schema;

import java.util.Comparator;
import java.util.regex.Pattern;

/** v2, v1, v1beta2, v1beta1, v1alpha1: generally available before beta before alpha. */
final class VersionOrder {

    private static final Pattern VERSION = Pattern.compile("v(\\d+)(?:(alpha|beta)(\\d+))?");

    static final Comparator<String> MOST_STABLE_FIRST =
            Comparator.comparing(VersionOrder::rank).reversed();

    private VersionOrder() {}

    private static int rank(String version) {
        var parts = VERSION.matcher(version);
        if (!parts.matches()) {
            return 0;
        }
        var stability = parts.group(2) == null ? 3 : parts.group(2).equals("beta") ? 2 : 1;
        var minor = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
        return stability * 1_000_000 + Integer.parseInt(parts.group(1)) * 1_000 + minor;
    }
}
