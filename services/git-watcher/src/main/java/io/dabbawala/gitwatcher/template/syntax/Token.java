package io.dabbawala.gitwatcher.template.syntax;

import io.dabbawala.gitwatcher.template.value.Quoted;

/** One word of a template. */
record Token(Type type, int position, String text, int line) {

    enum Type {
        TEXT,
        LEFT,
        RIGHT,
        SPACE,
        IDENTIFIER,
        KEYWORD,
        FIELD,
        VARIABLE,
        DOT,
        NIL,
        BOOL,
        NUMBER,
        CHARACTER,
        STRING,
        ASSIGN,
        DECLARE,
        PIPE,
        OPEN,
        CLOSE,
        COMMA,
        OTHER,
        ERROR,
        END
    }

    boolean is(Type wanted) {
        return type == wanted;
    }

    boolean isKeyword(String word) {
        return type == Type.KEYWORD && text.equals(word);
    }

    /** As Go names a token in an error. */
    @Override
    public String toString() {
        return switch (type) {
            case END -> "EOF";
            case ERROR -> text;
            case KEYWORD, DOT, NIL -> "<" + text + ">";
            default ->
                    text.length() > 10 ? Quoted.of(text.substring(0, 10)) + "..." : Quoted.of(text);
        };
    }
}
