package io.dabbawala.reconciler.kubernetes;

/** resourceVersions, which grow. */
final class Versions {

    /** 0 if it is none that can be compared. */
    static long number(String resourceVersion) {
        try {
            return Long.parseLong(resourceVersion);
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    private Versions() {}
}
