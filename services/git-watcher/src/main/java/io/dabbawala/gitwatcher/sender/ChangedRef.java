package io.dabbawala.gitwatcher.sender;

import java.util.Optional;

/** The branch, tag or pull request that moved, by the name people call it. */
public record ChangedRef(Kind kind, String name) {

    /** In the words of the command line. */
    public enum Kind {
        BRANCH("branch"),
        TAG("tag"),
        PULL_REQUEST("pull-request");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    private static final String HEADS = "refs/heads/";
    private static final String TAGS = "refs/tags/";

    static ChangedRef branch(String name) {
        return new ChangedRef(Kind.BRANCH, name);
    }

    static ChangedRef tag(String name) {
        return new ChangedRef(Kind.TAG, name);
    }

    static ChangedRef pullRequest(String number) {
        return new ChangedRef(Kind.PULL_REQUEST, number);
    }

    /** A full ref name, or the plain name of a branch; empty for notes and the like. */
    static Optional<ChangedRef> of(String ref) {
        if (ref.startsWith(HEADS)) {
            return Optional.of(branch(ref.substring(HEADS.length())));
        }
        if (ref.startsWith(TAGS)) {
            return Optional.of(tag(ref.substring(TAGS.length())));
        }
        return ref.isEmpty() || ref.startsWith("refs/")
                ? Optional.empty()
                : Optional.of(branch(ref));
    }

    /** As Git writes it; empty for a pull request, which every host puts elsewhere. */
    public String ref() {
        return switch (kind) {
            case BRANCH -> HEADS + name;
            case TAG -> TAGS + name;
            case PULL_REQUEST -> "";
        };
    }
}
