package io.dabbawala.gitwatcher.template.syntax;

import io.dabbawala.gitwatcher.template.syntax.Token.Type;
import java.util.List;

/**
 * Cuts a template into tokens: text, actions and, left out, comments. What cannot be cut ends in
 * one token that says why.
 */
final class Lexer {

    private final Cursor cursor;
    private final ActionLexer action;

    private Lexer(Cursor cursor) {
        this.cursor = cursor;
        this.action = new ActionLexer(cursor);
    }

    static List<Token> cut(String text) {
        var cursor = new Cursor(text);
        new Lexer(cursor).cut();
        return cursor.tokens();
    }

    private void cut() {
        while (!cursor.isAtEnd()) {
            var open = cursor.text().indexOf("{{", cursor.at());
            var end = open < 0 ? cursor.text().length() : open;
            var trims = open >= 0 && isTrim(open + 2);
            text(trims ? withoutSpaceBefore(end) : end);
            cursor.skipTo(end);
            if (open >= 0 && !action(trims)) {
                return;
            }
        }
        cursor.begin();
        cursor.add(Type.END);
    }

    private void text(int end) {
        cursor.begin();
        if (end > cursor.at()) {
            cursor.move(end - cursor.at());
            cursor.add(Type.TEXT);
        }
    }

    private boolean action(boolean trims) {
        cursor.begin();
        var inside = cursor.at() + (trims ? 4 : 2);
        if (cursor.text().startsWith("/*", inside)) {
            return comment(inside);
        }
        cursor.move(trims ? 3 : 2);
        cursor.add(Type.LEFT);
        cursor.skipTo(inside);
        if (!action.cut()) {
            return false;
        }
        var trimsAfter = cursor.seesTrimmedClosing();
        cursor.move(trimsAfter ? 2 : 0);
        cursor.begin();
        cursor.move(2);
        cursor.add(Type.RIGHT);
        skipSpace(trimsAfter);
        return true;
    }

    private boolean comment(int inside) {
        var end = cursor.text().indexOf("*/", inside);
        if (end < 0) {
            return cursor.fail("unclosed comment");
        }
        cursor.skipTo(end + 2);
        var trimsAfter = cursor.seesTrimmedClosing();
        if (!trimsAfter && !cursor.sees("}}")) {
            return cursor.fail("comment ends before closing delimiter");
        }
        cursor.move(trimsAfter ? 4 : 2);
        skipSpace(trimsAfter);
        return true;
    }

    private boolean isTrim(int from) {
        return cursor.text().startsWith("-", from)
                && from + 1 < cursor.text().length()
                && Cursor.SPACES.indexOf(cursor.text().charAt(from + 1)) >= 0;
    }

    private int withoutSpaceBefore(int end) {
        var shown = end;
        while (shown > cursor.at() && Cursor.SPACES.indexOf(cursor.text().charAt(shown - 1)) >= 0) {
            shown--;
        }
        return shown;
    }

    private void skipSpace(boolean trims) {
        while (trims && cursor.isAtSpace()) {
            cursor.skipTo(cursor.at() + 1);
        }
    }
}
