package io.dabbawala.gitwatcher.generate.parameter;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Names made of any text, as Argo CD makes them. */
public final class Slug {

    private static final int LONGEST_NAME = 253;
    static final int LONGEST = 50;
    private static final Map<Integer, String> LETTERS =
            Map.ofEntries(
                    Map.entry((int) '&', "and"),
                    Map.entry((int) '@', "at"),
                    Map.entry((int) '\'', ""),
                    Map.entry((int) '"', ""),
                    Map.entry((int) '’', ""),
                    Map.entry((int) 'ß', "ss"),
                    Map.entry((int) 'æ', "ae"),
                    Map.entry((int) 'Æ', "AE"),
                    Map.entry((int) 'œ', "oe"),
                    Map.entry((int) 'Œ', "OE"),
                    Map.entry((int) 'ø', "o"),
                    Map.entry((int) 'Ø', "O"),
                    Map.entry((int) 'đ', "d"),
                    Map.entry((int) 'Đ', "D"),
                    Map.entry((int) 'ł', "l"),
                    Map.entry((int) 'Ł', "L"),
                    Map.entry((int) 'þ', "th"),
                    Map.entry((int) 'ð', "d"));

    /** A DNS name: other characters become dashes, dashes and dots at the ends go. */
    public static String normalized(String text) {
        var name = text.toLowerCase(Locale.ROOT).replaceAll("[^-a-z0-9.]", "-");
        var cut = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        return cut.replaceAll("^[-.]+|[-.]+$", "");
    }

    /** As Argo CD's function {@code slugify}: of a normalised name. */
    static String of(String text, int longest, boolean cutsAtDash) {
        return shortened(normalized(text), longest, cutsAtDash);
    }

    /** As Argo CD's pull request generator names a branch. */
    public static String ofBranch(String branch) {
        return shortened(branch.strip().replace('_', '-'), LONGEST, true);
    }

    private static String shortened(String text, int longest, boolean cutsAtDash) {
        var ascii = ascii(text).toLowerCase(Locale.ROOT);
        var cut = !cutsAtDash && ascii.length() >= longest ? ascii.substring(0, longest) : ascii;
        var slug =
                cut.replaceAll("[^a-z0-9_-]", "-")
                        .replaceAll("-+", "-")
                        .replaceAll("^[-_]+|[-_]+$", "");
        if (!cutsAtDash || slug.length() <= longest) {
            return slug;
        }
        var dash = slug.lastIndexOf('-', longest);
        return slug.substring(0, dash < 0 ? longest : dash);
    }

    private static String ascii(String text) {
        var replaced =
                text.codePoints()
                        .mapToObj(p -> LETTERS.getOrDefault(p, Character.toString(p)))
                        .collect(Collectors.joining());
        return Normalizer.normalize(replaced, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    private Slug() {}
}
