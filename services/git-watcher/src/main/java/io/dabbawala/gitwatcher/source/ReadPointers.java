package io.dabbawala.gitwatcher.source;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.dabbawala.gitwatcher.render.LfsPointer;
import io.dabbawala.gitwatcher.render.UnreadableSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Git LFS pointers that got into manifests in the place of what they point to, as text or in
 * base64: a template has read them. One that nothing reads, such as a picture beside a chart, is
 * nobody's business.
 */
final class ReadPointers {

    private static final Pattern CONTENT = Pattern.compile("oid sha256:[0-9a-f]+");

    /** What every pointer begins with: 24 bytes are 32 signs, whatever follows. */
    private static final String ENCODED =
            Base64.getEncoder().encodeToString("version https://git-lfs.".getBytes(US_ASCII));

    private static final int LARGEST = 1 << 10;

    static void refuse(Job job, String manifests) throws UnreadableSource {
        if (!manifests.contains(ENCODED) && !CONTENT.matcher(manifests).find()) {
            return;
        }
        for (var content : job.files().values()) {
            if (content instanceof Checkout.Content.Blob(var tree, var entry)
                    && LfsPointer.is(tree, entry)
                    && isIn(manifests, tree.read(entry, LARGEST))) {
                throw LfsPointer.refused(entry.path());
            }
        }
    }

    private static boolean isIn(String manifests, byte[] pointer) {
        var content = CONTENT.matcher(new String(pointer, US_ASCII));
        return content.find()
                && (manifests.contains(content.group())
                        || manifests.contains(encoded(pointer, content.end())));
    }

    /** Up to its oid, as far as what follows does not change it. */
    private static String encoded(byte[] pointer, int end) {
        return Base64.getEncoder().encodeToString(Arrays.copyOf(pointer, end - end % 3));
    }

    private ReadPointers() {}
}
