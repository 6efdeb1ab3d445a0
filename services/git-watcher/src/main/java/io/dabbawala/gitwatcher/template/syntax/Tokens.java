package io.dabbawala.gitwatcher.template.syntax;

import io.dabbawala.gitwatcher.template.function.TemplateFailed;
import io.dabbawala.gitwatcher.template.syntax.Token.Type;
import java.util.List;

/** The tokens of a template, read one after the other, and where an error is. */
final class Tokens {

    private final List<Token> all;
    private int next;
    private int previous;
    private int line = 1;
    private int actionLine;

    Tokens(List<Token> all) {
        this.all = all;
    }

    void startAction(int newLine) {
        actionLine = newLine;
    }

    Token next() {
        previous = next;
        var token = all.get(Math.min(next, all.size() - 1));
        next++;
        line = token.line();
        return token;
    }

    /** The next one that is no space. */
    Token nextWord() {
        var from = next;
        var token = next();
        while (token.is(Type.SPACE)) {
            token = next();
        }
        previous = from;
        return token;
    }

    Token peek() {
        return all.get(Math.min(next, all.size() - 1));
    }

    Token peekWord() {
        var token = nextWord();
        back();
        return token;
    }

    /** Takes back what was read last, spaces before it included. */
    void back() {
        next = previous;
    }

    int mark() {
        return next;
    }

    void reset(int mark) {
        next = mark;
        previous = mark;
    }

    Token expect(Type type, String context) throws TemplateFailed {
        var token = nextWord();
        if (!token.is(type)) {
            throw unexpected(token, context);
        }
        return token;
    }

    TemplateFailed unexpected(Token token, String context) {
        if (!token.is(Type.ERROR)) {
            return failed("unexpected %s in %s".formatted(token, context));
        }
        var extra = "";
        if (actionLine != 0 && actionLine != token.line()) {
            extra = " in action started at :" + actionLine;
            extra = token.text().endsWith(" action") ? extra.substring(10) : extra;
        }
        return failed(token + extra);
    }

    TemplateFailed failed(String reason) {
        return new TemplateFailed("template: :%d: %s".formatted(line, reason));
    }
}
