package io.dabbawala.gitwatcher.git;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A commit taken apart: what was signed, which is everything but the {@code gpgsig} header, and
 * what that header holds, its continued lines without the space they begin with.
 */
record SignedCommit(byte[] data, List<byte[]> signatures) {

    private static final byte[] HEADER = "gpgsig ".getBytes(US_ASCII);

    static SignedCommit of(byte[] raw) {
        var data = new ByteArrayOutputStream(raw.length);
        var signatures = new ArrayList<byte[]>();
        var at = 0;
        while (at < raw.length && raw[at] != '\n') {
            var end = endOfHeader(raw, at);
            if (startsWith(raw, at)) {
                signatures.add(unfolded(raw, at + HEADER.length, end));
            } else {
                data.write(raw, at, end - at);
            }
            at = end;
        }
        data.write(raw, at, raw.length - at);
        return new SignedCommit(data.toByteArray(), signatures);
    }

    /** Behind the line break of the last line that belongs to it. */
    private static int endOfHeader(byte[] raw, int start) {
        var at = start;
        do {
            while (at < raw.length && raw[at] != '\n') {
                at++;
            }
            at = Math.min(at + 1, raw.length);
        } while (at < raw.length && raw[at] == ' ');
        return at;
    }

    private static boolean startsWith(byte[] raw, int at) {
        return at + HEADER.length <= raw.length
                && Arrays.equals(raw, at, at + HEADER.length, HEADER, 0, HEADER.length);
    }

    private static byte[] unfolded(byte[] raw, int start, int end) {
        var text = new ByteArrayOutputStream(end - start);
        for (int at = start; at < end; at++) {
            if (raw[at] != ' ' || raw[at - 1] != '\n') {
                text.write(raw[at]);
            }
        }
        return text.toByteArray();
    }
}
