package io.dabbawala.gitwatcher.sprig;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a name in any case: {@code HTTPServer2go} is HTTP, Server, 2, go. */
final class Words {

    private enum Kind {
        CONNECTOR,
        PUNCTUATION,
        UPPER,
        LETTERS,
        NUMBER,
        OTHER,
        NONE
    }

    private record Word(Kind kind, String text) {
        static final Word NONE = new Word(Kind.NONE, "");
    }

    private static final Pattern WORD =
            Pattern.compile(
                    "(?<CONNECTOR>[-_\\s]+)|(?<PUNCTUATION>[\\p{P}&&[^-_]]+)"
                            + "|(?<UPPER>\\p{Lu}+(?=\\p{Lu}[\\p{L}&&[^\\p{Lu}]])|\\p{Lu}{2,}"
                            + "|\\p{Lu}[\\p{L}&&[^\\p{Lu}]]*)"
                            + "|(?<LETTERS>[\\p{L}&&[^\\p{Lu}]]+)|(?<NUMBER>\\p{N}+)"
                            + "|(?<OTHER>[^-_\\s\\p{P}\\p{L}\\p{N}]+)",
                    Pattern.UNICODE_CHARACTER_CLASS);
    private static final Set<Kind> RUNS_ON = EnumSet.of(Kind.LETTERS, Kind.NUMBER);
    private static final Set<Kind> APART = EnumSet.of(Kind.UPPER, Kind.OTHER);
    private static final Set<Kind> NEEDS_NONE = EnumSet.of(Kind.CONNECTOR, Kind.PUNCTUATION);

    private final List<Word> words;
    private final String connector;
    private final StringBuilder lower = new StringBuilder();
    private int at;

    private Words(List<Word> words, String connector) {
        this.words = words;
        this.connector = connector;
    }

    /** The words in lower case with the connector between them, as xstrings makes snake case. */
    static String lower(String text, String connector) {
        var words = new Words(words(text), connector);
        while (words.at < words.words.size() - 1) {
            words.step();
        }
        words.write(words.word());
        return words.lower.toString();
    }

    static boolean isConnector(int point) {
        return point == '-' || point == '_' || Character.isWhitespace(point);
    }

    private static List<Word> words(String text) {
        var words = new ArrayList<Word>();
        var matcher = WORD.matcher(text);
        while (matcher.find()) {
            for (var kind : EnumSet.range(Kind.CONNECTOR, Kind.OTHER)) {
                if (matcher.group(kind.name()) != null) {
                    words.add(new Word(kind, matcher.group()));
                    break;
                }
            }
        }
        return words;
    }

    private Word word() {
        return at < words.size() ? words.get(at) : Word.NONE;
    }

    private void step() {
        var word = word();
        write(word);
        at++;
        switch (word.kind()) {
            case NUMBER -> {
                runOn();
                connect(APART.contains(word().kind()));
            }
            case CONNECTOR, PUNCTUATION, NONE -> {}
            case UPPER, LETTERS, OTHER -> afterLetters();
        }
    }

    /** A number belongs to the word before it, unless small letters follow: http_2xx. */
    private void afterLetters() {
        if (word().kind() != Kind.NUMBER) {
            connect(!NEEDS_NONE.contains(word().kind()));
            return;
        }
        if (at == words.size() - 1) {
            return;
        }
        var isStart = words.get(at + 1).kind() == Kind.LETTERS;
        connect(isStart);
        write(word());
        at++;
        if (isStart) {
            runOn();
            connect(APART.contains(word().kind()));
        } else {
            connect(!NEEDS_NONE.contains(word().kind()));
        }
    }

    private void runOn() {
        while (RUNS_ON.contains(word().kind())) {
            write(word());
            at++;
        }
    }

    private void connect(boolean isApart) {
        lower.append(isApart ? connector : "");
    }

    private void write(Word word) {
        lower.append(
                switch (word.kind()) {
                    case CONNECTOR -> connector.repeat(word.text().length());
                    case UPPER -> word.text().toLowerCase(Locale.ROOT);
                    case LETTERS, NUMBER, PUNCTUATION, OTHER, NONE -> word.text();
                });
    }
}
