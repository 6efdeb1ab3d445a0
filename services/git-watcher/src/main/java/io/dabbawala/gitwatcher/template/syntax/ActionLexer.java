package io.dabbawala.gitwatcher.template.syntax;

import io.dabbawala.gitwatcher.template.syntax.Token.Type;
import io.dabbawala.gitwatcher.template.value.Quoted;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Cuts what stands between the braces, up to the closing ones. */
final class ActionLexer {

    private static final Set<String> KEYWORDS =
            Set.of(
                    "block",
                    "break",
                    "continue",
                    "define",
                    "else",
                    "end",
                    "if",
                    "range",
                    "template",
                    "with");
    private static final Map<Character, Type> SINGLE =
            Map.of(
                    '=',
                    Type.ASSIGN,
                    '|',
                    Type.PIPE,
                    '(',
                    Type.OPEN,
                    ')',
                    Type.CLOSE,
                    ',',
                    Type.COMMA);
    private static final Pattern NUMBER =
            Pattern.compile(
                    "[+-]?(0[xX][0-9a-fA-F_]*(\\.[0-9a-fA-F_]*)?([pP][+-]?[0-9_]+)?"
                            + "|0[oO][0-7_]+|0[bB][01_]+"
                            + "|[0-9_]*(\\.[0-9_]*)?([eE][+-]?[0-9_]+)?)");

    private final Cursor cursor;
    private int depth;

    ActionLexer(Cursor cursor) {
        this.cursor = cursor;
    }

    /** False when it ended in an error. */
    boolean cut() {
        depth = 0;
        while (true) {
            cursor.begin();
            if (cursor.sees("}}") || cursor.seesTrimmedClosing()) {
                return depth == 0 || cursor.fail("unclosed left paren");
            }
            if (!word()) {
                return false;
            }
        }
    }

    private boolean word() {
        if (cursor.isAtEnd()) {
            return cursor.fail("unclosed action");
        }
        var character = cursor.character();
        if (cursor.isAtSpace()) {
            return space();
        }
        if (SINGLE.containsKey(character)) {
            return single(character);
        }
        return switch (character) {
            case ':' -> declare();
            case '"', '\'' -> quoted(character);
            case '`' -> raw();
            case '.' -> field();
            case '$' -> name(Type.VARIABLE);
            default -> numberOrName(character);
        };
    }

    private boolean space() {
        while (cursor.isAtSpace() && !cursor.seesTrimmedClosing()) {
            cursor.move(1);
        }
        return !cursor.hasMoved() || cursor.add(Type.SPACE);
    }

    private boolean single(char character) {
        cursor.move(1);
        depth += character == '(' ? 1 : character == ')' ? -1 : 0;
        return depth < 0
                ? cursor.fail("unexpected right paren")
                : cursor.add(SINGLE.get(character));
    }

    private boolean declare() {
        cursor.move(1);
        if (!cursor.sees("=")) {
            return cursor.fail("expected :=");
        }
        cursor.move(1);
        return cursor.add(Type.DECLARE);
    }

    private boolean quoted(char quote) {
        cursor.move(1);
        while (!cursor.isAtEnd() && cursor.character() != '\n') {
            var character = cursor.character();
            cursor.move(character == '\\' ? 2 : 1);
            if (character == quote) {
                return cursor.add(quote == '"' ? Type.STRING : Type.CHARACTER);
            }
        }
        return cursor.fail(
                quote == '"' ? "unterminated quoted string" : "unterminated character constant");
    }

    private boolean raw() {
        var end = cursor.text().indexOf('`', cursor.at() + 1);
        if (end < 0) {
            return cursor.fail("unterminated raw quoted string");
        }
        cursor.move(end + 1 - cursor.at());
        return cursor.add(Type.STRING);
    }

    private boolean field() {
        var next =
                cursor.at() + 1 < cursor.text().length()
                        ? cursor.text().charAt(cursor.at() + 1)
                        : ' ';
        return next >= '0' && next <= '9' ? number() : name(Type.FIELD);
    }

    /** A name behind a dot or a dollar sign; the dot alone is a token too. */
    private boolean name(Type type) {
        cursor.move(1);
        skipName();
        if (!isEnd()) {
            return cursor.fail("bad character " + described(cursor.character()));
        }
        return cursor.add(cursor.word().equals(".") ? Type.DOT : type);
    }

    private boolean numberOrName(char character) {
        if (character == '+' || character == '-' || character >= '0' && character <= '9') {
            return number();
        }
        if (!isName(character)) {
            return other(character);
        }
        skipName();
        if (!isEnd()) {
            return cursor.fail("bad character " + described(cursor.character()));
        }
        return cursor.add(
                switch (cursor.word()) {
                    case "true", "false" -> Type.BOOL;
                    case "nil" -> Type.NIL;
                    default -> KEYWORDS.contains(cursor.word()) ? Type.KEYWORD : Type.IDENTIFIER;
                });
    }

    private boolean other(char character) {
        if (character < ' ' || character >= 0x7f) {
            return cursor.fail("unrecognized character in action: " + described(character));
        }
        cursor.move(1);
        return cursor.add(Type.OTHER);
    }

    private boolean number() {
        var matcher = NUMBER.matcher(cursor.text()).region(cursor.at(), cursor.text().length());
        matcher.lookingAt();
        cursor.move(Math.max(1, matcher.end() - cursor.at()));
        if (!cursor.isAtEnd() && isName(cursor.character())) {
            cursor.move(1);
            return cursor.fail("bad number syntax: " + Quoted.of(cursor.word()));
        }
        return cursor.add(Type.NUMBER);
    }

    private void skipName() {
        while (!cursor.isAtEnd() && isName(cursor.character())) {
            cursor.move(1);
        }
    }

    private static boolean isName(char character) {
        return character == '_' || Character.isLetterOrDigit(character);
    }

    private boolean isEnd() {
        return cursor.isAtEnd()
                || cursor.isAtSpace()
                || ".,|:)(".indexOf(cursor.character()) >= 0
                || cursor.sees("}}");
    }

    private static String described(char character) {
        return "U+%04X".formatted((int) character)
                + (Character.isISOControl(character) ? "" : " '" + character + "'");
    }
}
