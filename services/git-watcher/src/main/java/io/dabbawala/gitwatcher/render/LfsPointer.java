package io.dabbawala.gitwatcher.render;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.List;

/** A file whose bytes Git does not have: it holds only where Git LFS would find them. */
public final class LfsPointer {

    private static final byte[] START = "version https://git-lfs.".getBytes(US_ASCII);
    private static final List<String> READ =
            List.of(".yaml", ".yml", ".json", ".tpl", ".tgz", ".txt");

    /** Refuses one that a program would read; a picture beside a chart is nobody's business. */
    public static void refuse(String path, byte[] bytes) throws UnreadableSource {
        if (READ.stream().anyMatch(path::endsWith) && is(bytes)) {
            throw refused(path);
        }
    }

    public static UnreadableSource refused(String path) {
        return new UnreadableSource(
                Problem.of(path, "a Git LFS pointer: its content is not in Git"));
    }

    /** Whether the file holds nothing else. */
    public static boolean is(SourceTree tree, TreeEntry file) {
        return is(tree.read(file, START.length));
    }

    private static boolean is(byte[] bytes) {
        return bytes.length >= START.length
                && Arrays.equals(bytes, 0, START.length, START, 0, START.length);
    }

    private LfsPointer() {}
}
