package io.dabbawala.gitwatcher.watch;

import java.util.List;

/**
 * What a webhook says. Nothing of it is believed: what really moved is found by looking.
 *
 * @param ref empty if it names none, or several
 * @param before the commit the ref was at; empty if that is not told
 * @param after the commit the ref is at; empty if that is not told, or there is none any more
 * @param changedPathsComplete whether no other file differs between the two
 */
public record Claim(
        String provider,
        String sender,
        String delivery,
        String ref,
        String before,
        String after,
        List<String> changedPaths,
        boolean changedPathsComplete) {

    public static final Claim NONE = new Claim("", "", "", "", "", "", List.of(), false);

    private static final int TEXT = 256;
    private static final int PATHS = 1_000;
    private static final int PATH = 1_024;

    /** Cuts what is longer than anybody needs to look at. */
    public Claim {
        provider = cut(provider);
        sender = cut(sender);
        delivery = cut(delivery);
        ref = cut(ref);
        before = cut(before);
        after = cut(after);
        var all = changedPaths;
        changedPaths = all.stream().filter(path -> path.length() <= PATH).limit(PATHS).toList();
        changedPathsComplete = changedPathsComplete && changedPaths.size() == all.size();
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), TEXT));
    }
}
