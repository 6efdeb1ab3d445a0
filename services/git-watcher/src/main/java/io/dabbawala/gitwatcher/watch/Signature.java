package io.dabbawala.gitwatcher.watch;

/**
 * What the signature of a commit is worth.
 *
 * @param signer whose key it is, by the configured keys; empty if nobody's
 * @param reason why it does not count, beginning with a code; empty if it does or there is none
 */
public record Signature(Check check, String signer, String reason) {

    /** As {@code CommitDetected} has it. */
    public enum Check {
        /** Nobody looked: no keys are configured. */
        UNKNOWN,
        UNSIGNED,
        VALID,
        /** Not by the key it names, or by one that does not count any more. */
        INVALID,
        /** Well made, by a key nobody vouched for. */
        UNTRUSTED
    }

    public static final Signature NOT_CHECKED = new Signature(Check.UNKNOWN, "", "");
    public static final Signature NONE = new Signature(Check.UNSIGNED, "", "");

    public static Signature valid(String signer) {
        return new Signature(Check.VALID, signer, "");
    }

    public static Signature invalid(String signer, String reason) {
        return new Signature(Check.INVALID, signer, reason);
    }

    public static Signature untrusted(String reason) {
        return new Signature(Check.UNTRUSTED, "", reason);
    }
}
