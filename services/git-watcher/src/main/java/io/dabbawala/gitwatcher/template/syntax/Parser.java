package io.dabbawala.gitwatcher.template.syntax;

import io.dabbawala.gitwatcher.template.function.Functions;
import io.dabbawala.gitwatcher.template.function.TemplateFailed;
import io.dabbawala.gitwatcher.template.syntax.Token.Type;
import io.dabbawala.gitwatcher.template.value.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a tree of a template's tokens. */
public final class Parser {

    private enum End {
        END,
        ELSE,
        FILE
    }

    private final Tokens tokens;
    private final Operands operands;
    private final Map<String, List<Node>> templates = new LinkedHashMap<>();
    private int loops;

    private Parser(String text, Functions functions) {
        this.tokens = new Tokens(Lexer.cut(text));
        this.operands = new Operands(tokens, functions);
    }

    /** The templates of a text by name; its own has the name "". */
    public static Map<String, List<Node>> parse(String text, Functions functions)
            throws TemplateFailed {
        var parser = new Parser(text, functions);
        var root = new ArrayList<Node>();
        if (parser.body(root, true) != End.FILE) {
            throw parser.tokens.failed("unexpected {{%s}}".formatted(parser.ending));
        }
        parser.add("", root);
        return parser.templates;
    }

    private String ending = "end";

    private void add(String name, List<Node> body) throws TemplateFailed {
        var known = templates.get(name);
        if (known == null || isEmpty(known)) {
            templates.put(name, List.copyOf(body));
        } else if (!isEmpty(body)) {
            throw tokens.failed(
                    "template: multiple definition of template %s".formatted(Quoted.of(name)));
        }
    }

    private static boolean isEmpty(List<Node> body) {
        return body.stream()
                .allMatch(node -> node instanceof Node.Text(_, var text) && text.isBlank());
    }

    /** Reads until {@code end} or {@code else}, whose keyword is past. */
    private End body(List<Node> body, boolean isTop) throws TemplateFailed {
        while (true) {
            var token = tokens.nextWord();
            switch (token.type()) {
                case END -> {
                    return atEnd(isTop);
                }
                case TEXT -> body.add(new Node.Text(token.position(), token.text()));
                case LEFT -> {
                    tokens.startAction(token.line());
                    var end = action(body, isTop);
                    if (end != End.FILE) {
                        return end;
                    }
                }
                default -> throw tokens.unexpected(token, "input");
            }
        }
    }

    private End atEnd(boolean isTop) throws TemplateFailed {
        if (!isTop) {
            throw tokens.failed("unexpected EOF");
        }
        return End.FILE;
    }

    private End action(List<Node> body, boolean isTop) throws TemplateFailed {
        var token = tokens.nextWord();
        if (!token.is(Type.KEYWORD)) {
            tokens.back();
            var line = tokens.peekWord();
            var pipeline = operands.pipeline("command", Type.RIGHT);
            body.add(new Node.Action(line.position(), pipeline));
            return End.FILE;
        }
        return keyword(token, body, isTop);
    }

    private End keyword(Token token, List<Node> body, boolean isTop) throws TemplateFailed {
        switch (token.text()) {
            case "end" -> {
                tokens.expect(Type.RIGHT, "end");
                ending = "end";
                return End.END;
            }
            case "else" -> {
                var next = tokens.peekWord();
                if (!next.isKeyword("if") && !next.isKeyword("with")) {
                    tokens.expect(Type.RIGHT, "else");
                }
                ending = "else";
                return End.ELSE;
            }
            case "define" -> define(token, isTop);
            case "block" -> body.add(block());
            case "template" -> body.add(call());
            case "break", "continue" -> body.add(jump(token));
            default -> body.add(control(token.text()));
        }
        return End.FILE;
    }

    private void define(Token token, boolean isTop) throws TemplateFailed {
        if (!isTop) {
            throw tokens.unexpected(token, "command");
        }
        var name = name(tokens.nextWord(), "define clause");
        tokens.expect(Type.RIGHT, "define clause");
        add(name, definition("define clause"));
    }

    private List<Node> definition(String context) throws TemplateFailed {
        var body = new ArrayList<Node>();
        operands.newScope();
        if (body(body, false) != End.END) {
            throw tokens.failed("unexpected {{else}} in %s".formatted(context));
        }
        operands.endScope();
        return body;
    }

    private Node block() throws TemplateFailed {
        var token = tokens.nextWord();
        var name = name(token, "block clause");
        var pipeline = operands.pipeline("block clause", Type.RIGHT);
        add(name, definition("block clause"));
        return new Node.Call(token.position(), name, pipeline);
    }

    private Node call() throws TemplateFailed {
        var token = tokens.nextWord();
        var name = name(token, "template clause");
        if (tokens.nextWord().is(Type.RIGHT)) {
            return new Node.Call(token.position(), name, null);
        }
        tokens.back();
        return new Node.Call(
                token.position(), name, operands.pipeline("template clause", Type.RIGHT));
    }

    private String name(Token token, String context) throws TemplateFailed {
        if (!token.is(Type.STRING)) {
            throw tokens.unexpected(token, context);
        }
        return Quoted.read(token.text()).orElseThrow(() -> tokens.failed("invalid syntax"));
    }

    private Node jump(Token token) throws TemplateFailed {
        var end = tokens.nextWord();
        if (!end.is(Type.RIGHT)) {
            throw tokens.unexpected(end, "{{%s}}".formatted(token.text()));
        }
        if (loops == 0) {
            throw tokens.failed("{{%s}} outside {{range}}".formatted(token.text()));
        }
        return token.text().equals("break")
                ? new Node.Break(token.position())
                : new Node.Continue(token.position());
    }

    private Node control(String keyword) throws TemplateFailed {
        var variables = operands.mark();
        var pipeline = operands.pipeline(keyword, Type.RIGHT);
        var isLoop = keyword.equals("range");
        loops += isLoop ? 1 : 0;
        var body = new ArrayList<Node>();
        var end = body(body, false);
        loops -= isLoop ? 1 : 0;
        var otherwise = new ArrayList<Node>();
        if (end == End.ELSE) {
            otherwise(keyword, otherwise);
        }
        operands.reset(variables);
        return switch (keyword) {
            case "if" -> new Node.If(pipeline.position(), pipeline, body, otherwise);
            case "with" -> new Node.With(pipeline.position(), pipeline, body, otherwise);
            default -> new Node.Range(pipeline.position(), pipeline, body, otherwise);
        };
    }

    private void otherwise(String keyword, List<Node> otherwise) throws TemplateFailed {
        var next = tokens.peekWord();
        if (next.isKeyword("if") || next.isKeyword("with")) {
            if (!next.isKeyword(keyword)) {
                throw tokens.unexpected(next, "input");
            }
            tokens.nextWord();
            otherwise.add(control(keyword));
        } else if (body(otherwise, false) != End.END) {
            throw tokens.failed("expected end; found {{else}}");
        }
    }
}
