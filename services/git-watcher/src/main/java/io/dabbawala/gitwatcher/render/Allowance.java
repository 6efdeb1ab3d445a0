package io.dabbawala.gitwatcher.render;

/**
 * How large what is read may be.
 *
 * @param file in characters
 * @param document about how many bytes of JSON one document may become
 */
record Allowance(int file, long document) {

    static final Allowance OF_MANIFESTS = new Allowance(Limits.FILE_BYTES, Limits.OBJECT_BYTES);

    /** A list of a thousand objects is one document. */
    static final Allowance OF_DOCUMENTS =
            new Allowance(Limits.DOCUMENTS_BYTES, Limits.DOCUMENTS_BYTES);
}
