package io.dabbawala.gitwatcher.render;

/** What one source may cost. Each refusal names its limit. */
final class Limits {

    static final int DEPTH = 100;
    static final int ALIASES = 50;
    static final int DIGITS = 40;
    static final int OBJECTS = 2_000;
    static final int ENTRIES = 50_000;
    static final int OBJECT_BYTES = 1 << 20;
    static final int FILE_BYTES = 4 << 20;
    static final int DOCUMENTS_BYTES = 64 << 20;
    static final int MANIFEST_BYTES = 4 << 20;

    private Limits() {}
}
