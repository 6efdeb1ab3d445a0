package io.dabbawala.gitwatcher.template.syntax;

import io.dabbawala.gitwatcher.template.syntax.Token.Type;
import java.util.ArrayList;
import java.util.List;

/** Where the lexer is in the text, and the tokens it has cut so far. */
final class Cursor {

    static final String SPACES = " \t\r\n";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int start;
    private int line = 1;

    Cursor(String text) {
        this.text = text;
    }

    List<Token> tokens() {
        return List.copyOf(tokens);
    }

    String text() {
        return text;
    }

    int at() {
        return at;
    }

    boolean isAtEnd() {
        return at >= text.length();
    }

    char character() {
        return text.charAt(at);
    }

    boolean isAtSpace() {
        return !isAtEnd() && SPACES.indexOf(character()) >= 0;
    }

    boolean sees(String word) {
        return text.startsWith(word, at);
    }

    boolean seesTrimmedClosing() {
        return isAtSpace() && text.startsWith("-}}", at + 1);
    }

    /** The next token begins here. */
    void begin() {
        start = at;
    }

    boolean hasMoved() {
        return at > start;
    }

    void move(int count) {
        at += count;
    }

    /** Passes over text that is in no token. */
    void skipTo(int place) {
        line += lines(at, place);
        at = place;
    }

    boolean add(Type type) {
        tokens.add(new Token(type, start, text.substring(start, at), line));
        line += lines(start, at);
        return true;
    }

    boolean fail(String reason) {
        tokens.add(new Token(Type.ERROR, start, reason, line));
        return false;
    }

    String word() {
        return text.substring(start, at);
    }

    private int lines(int from, int to) {
        return (int) text.substring(from, to).chars().filter(c -> c == '\n').count();
    }
}
