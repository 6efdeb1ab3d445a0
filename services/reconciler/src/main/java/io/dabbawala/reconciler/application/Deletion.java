package io.dabbawala.reconciler.application;

import java.util.Locale;

/** What becomes of the objects of an application whose declaration was withdrawn. */
public enum Deletion {
    /** It is declared. */
    NONE,
    /** They stay, and belong to nobody. */
    ORPHAN,
    BACKGROUND,
    FOREGROUND;

    /** A word that is not known is the one that deletes nothing. */
    static Deletion of(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "" -> NONE;
            case "foreground" -> FOREGROUND;
            case "background" -> BACKGROUND;
            default -> ORPHAN;
        };
    }
}
