package io.dabbawala.gitwatcher.source;

import io.dabbawala.gitwatcher.render.Problem;

/**
 * How much a program gets to see.
 *
 * @param files below one folder
 * @param folders of one overlay, with every base and component
 * @param settings what the settings that raise these limits begin with; empty if none does
 */
public record CheckoutLimits(int files, int folders, String settings) {

    public static final CheckoutLimits USUAL = new CheckoutLimits(10_000, 500, "");

    public CheckoutLimits {
        check(settings, "files", files);
        check(settings, "folders", folders);
    }

    private static void check(String settings, String setting, int value) {
        if (value < 1 || value == Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "%s%s: %d is not between 1 and %d"
                            .formatted(settings, setting, value, Integer.MAX_VALUE - 1));
        }
    }

    Problem tooManyFiles(String folder) {
        return Problem.of(
                folder, "more than %d files to render from".formatted(files) + raisedBy("files"));
    }

    Problem tooManyFolders(String folder) {
        return Problem.of(
                folder,
                "an overlay of more than %d folders".formatted(folders) + raisedBy("folders"));
    }

    private String raisedBy(String setting) {
        return settings.isEmpty() ? "" : " (raise %s%s)".formatted(settings, setting);
    }
}
