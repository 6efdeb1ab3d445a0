package io.dabbawala.gitwatcher.render;

/**
 * What one application may cost. A refusal names its limit and, where it can be raised, the setting
 * that does.
 *
 * @param files that lie below one folder
 * @param fileBytes of a file that is read at all
 * @param objects of one application
 * @param manifestBytes of all its objects as JSON
 * @param document of each of them
 */
public record Limits(int files, int fileBytes, int objects, int manifestBytes, Document document) {

    /**
     * @param depth of lists and mappings in one another
     * @param digits characters of a number
     * @param bytes of JSON, about
     * @param settings what the settings that raise these limits begin with; empty if none does
     */
    public record Document(int depth, int aliases, int digits, int bytes, String settings) {

        String raisedBy(String setting) {
            return settings.isEmpty() ? "" : " (raise %s%s)".formatted(settings, setting);
        }

        Problem tooDeep(String file, int line, int column) {
            return new Problem(
                    file,
                    line,
                    column,
                    "nested deeper than %d".formatted(depth) + raisedBy("depth"));
        }

        Problem tooLarge(String file, int line, int column) {
            return new Problem(
                    file,
                    line,
                    column,
                    "an object larger than %d bytes".formatted(bytes) + raisedBy("object"));
        }

        String tooManyDigits(int digitsOfIt) {
            return "a number of %d characters, at most %d".formatted(digitsOfIt, digits)
                    + raisedBy("digits");
        }
    }

    /** Whoever reads a desired state can read that deep. */
    public static final int DEEPEST = 500;

    private static final int MOST_DIGITS = 1_000;

    /** A record on the topic of desired states takes 6 MiB, and holds more than the manifests. */
    public static final int LARGEST = 5 << 20;

    public static final Limits USUAL =
            new Limits(50_000, 5 << 20, 2_000, 4 << 20, new Document(100, 50, 40, 1 << 20, ""));

    /** A list of a thousand objects is one document. */
    static final Limits OF_DOCUMENTS =
            new Limits(
                    USUAL.files(),
                    64 << 20,
                    USUAL.objects(),
                    USUAL.manifestBytes(),
                    new Document(100, 50, 40, 64 << 20, ""));

    public Limits {
        check(document, "files", files, Integer.MAX_VALUE - 1);
        check(document, "file", fileBytes, 1 << 30);
        check(document, "objects", objects, Integer.MAX_VALUE);
        check(document, "manifests", manifestBytes, LARGEST);
        check(document, "depth", document.depth, DEEPEST);
        check(document, "object", document.bytes, 1 << 30);
        check(document, "digits", document.digits, MOST_DIGITS);
    }

    private static void check(Document document, String setting, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(
                    "%s%s: %d is not between 1 and %d"
                            .formatted(document.settings, setting, value, most));
        }
    }

    String raisedBy(String setting) {
        return document.raisedBy(setting);
    }

    public Problem tooLargeFile(String file) {
        return Problem.of(
                file, "a file of more than %d bytes".formatted(fileBytes) + raisedBy("file"));
    }
}
