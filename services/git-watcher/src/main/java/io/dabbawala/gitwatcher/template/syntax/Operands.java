package io.dabbawala.gitwatcher.template.syntax;

import io.dabbawala.gitwatcher.template.function.Budget;
import io.dabbawala.gitwatcher.template.function.Functions;
import io.dabbawala.gitwatcher.template.function.TemplateFailed;
import io.dabbawala.gitwatcher.template.syntax.Operand.Command;
import io.dabbawala.gitwatcher.template.syntax.Token.Type;
import io.dabbawala.gitwatcher.template.value.Numeral;
import io.dabbawala.gitwatcher.template.value.Quoted;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads pipelines, their commands and what stands in them, and knows which variables exist. */
final class Operands {

    private static final Set<Type> STARTS =
            EnumSet.of(
                    Type.BOOL,
                    Type.CHARACTER,
                    Type.DOT,
                    Type.FIELD,
                    Type.IDENTIFIER,
                    Type.NUMBER,
                    Type.NIL,
                    Type.STRING,
                    Type.VARIABLE,
                    Type.OPEN);

    private final Tokens tokens;
    private final Functions functions;
    private final Deque<List<String>> scopes = new ArrayDeque<>();
    private int depth;

    Operands(Tokens tokens, Functions functions) {
        this.tokens = tokens;
        this.functions = functions;
        newScope();
    }

    void newScope() {
        scopes.push(new ArrayList<>(List.of("$")));
    }

    void endScope() {
        scopes.pop();
    }

    int mark() {
        return variables().size();
    }

    void reset(int mark) {
        variables().subList(mark, variables().size()).clear();
    }

    private List<String> variables() {
        return scopes.getFirst();
    }

    Pipeline pipeline(String context, Type end) throws TemplateFailed {
        var position = tokens.peekWord().position();
        var names = new ArrayList<String>();
        var assigns = declarations(context, names);
        var commands = new ArrayList<Command>();
        while (true) {
            var token = tokens.nextWord();
            if (token.is(end)) {
                check(commands, context);
                return new Pipeline(position, List.copyOf(names), assigns, List.copyOf(commands));
            }
            if (!STARTS.contains(token.type())) {
                throw tokens.unexpected(token, context);
            }
            tokens.back();
            commands.add(command());
        }
    }

    private boolean declarations(String context, List<String> names) throws TemplateFailed {
        while (true) {
            var start = tokens.mark();
            var variable = tokens.nextWord();
            if (!variable.is(Type.VARIABLE)) {
                tokens.reset(start);
                return false;
            }
            var next = tokens.nextWord();
            if (next.is(Type.ASSIGN) || next.is(Type.DECLARE)) {
                declare(variable, names);
                return next.is(Type.ASSIGN);
            }
            if (!next.is(Type.COMMA)) {
                tokens.reset(start);
                return false;
            }
            declare(variable, names);
            if (!context.equals("range") || names.size() > 1) {
                throw tokens.failed("too many declarations in " + context);
            }
            if (!tokens.peekWord().is(Type.VARIABLE)) {
                throw tokens.failed("range can only initialize variables");
            }
        }
    }

    private void declare(Token variable, List<String> names) {
        names.add(variable.text());
        variables().add(variable.text());
    }

    private void check(List<Command> commands, String context) throws TemplateFailed {
        if (commands.isEmpty()) {
            throw tokens.failed("missing value for " + context);
        }
        for (int i = 1; i < commands.size(); i++) {
            switch (commands.get(i).operands().getFirst()) {
                case Operand.Bool _,
                        Operand.Dot _,
                        Operand.Nil _,
                        Operand.Number _,
                        Operand.Literal _ ->
                        throw tokens.failed(
                                "non executable command in pipeline stage %d".formatted(i + 1));
                case Operand.Name _,
                        Operand.Field _,
                        Operand.Variable _,
                        Operand.Chain _,
                        Pipeline _ -> {}
            }
        }
    }

    private Command command() throws TemplateFailed {
        var position = tokens.peekWord().position();
        var operands = new ArrayList<Operand>();
        while (true) {
            tokens.peekWord();
            var operand = operand();
            if (operand != null) {
                operands.add(operand);
            }
            var token = tokens.next();
            if (token.is(Type.SPACE)) {
                continue;
            }
            if (token.is(Type.RIGHT) || token.is(Type.CLOSE)) {
                tokens.back();
            } else if (!token.is(Type.PIPE)) {
                throw tokens.unexpected(token, "operand");
            }
            if (operands.isEmpty()) {
                throw tokens.failed("empty command");
            }
            return new Command(position, List.copyOf(operands));
        }
    }

    private @Nullable Operand operand() throws TemplateFailed {
        var term = term();
        if (term == null || !tokens.peek().is(Type.FIELD)) {
            return term;
        }
        var position = tokens.peek().position();
        var names = new ArrayList<String>();
        while (tokens.peek().is(Type.FIELD)) {
            names.add(tokens.next().text().substring(1));
        }
        return switch (term) {
            case Operand.Field(_, var first) -> new Operand.Field(position, joined(first, names));
            case Operand.Variable(_, var first) ->
                    new Operand.Variable(position, joined(first, names));
            case Operand.Bool _,
                    Operand.Literal _,
                    Operand.Number _,
                    Operand.Nil _,
                    Operand.Dot _ ->
                    throw tokens.failed(
                            "unexpected . after term %s".formatted(Quoted.of(term.toString())));
            case Operand.Name _, Operand.Chain _, Pipeline _ ->
                    new Operand.Chain(position, term, List.copyOf(names));
        };
    }

    private static List<String> joined(List<String> first, List<String> more) {
        var all = new ArrayList<>(first);
        all.addAll(more);
        return List.copyOf(all);
    }

    private @Nullable Operand term() throws TemplateFailed {
        var token = tokens.nextWord();
        var at = token.position();
        return switch (token.type()) {
            case IDENTIFIER -> name(token);
            case DOT -> new Operand.Dot(at);
            case NIL -> new Operand.Nil(at);
            case VARIABLE -> variable(token);
            case FIELD -> new Operand.Field(at, List.of(token.text().substring(1)));
            case BOOL -> new Operand.Bool(at, token.text().equals("true"));
            case CHARACTER, NUMBER -> new Operand.Number(at, token.text(), number(token));
            case OPEN -> nested();
            case STRING ->
                    new Operand.Literal(
                            at,
                            token.text(),
                            Quoted.read(token.text())
                                    .orElseThrow(() -> tokens.failed("invalid syntax")));
            default -> {
                tokens.back();
                yield null;
            }
        };
    }

    private Operand nested() throws TemplateFailed {
        if (++depth > Budget.DEPTH) {
            throw tokens.failed("max expression depth exceeded");
        }
        var pipeline = pipeline("parenthesized pipeline", Type.CLOSE);
        depth--;
        return pipeline;
    }

    private Operand name(Token token) throws TemplateFailed {
        if (!functions.has(token.text())) {
            throw tokens.failed("function %s not defined".formatted(Quoted.of(token.text())));
        }
        return new Operand.Name(token.position(), token.text());
    }

    private Operand variable(Token token) throws TemplateFailed {
        if (!variables().contains(token.text())) {
            throw tokens.failed("undefined variable %s".formatted(Quoted.of(token.text())));
        }
        return new Operand.Variable(token.position(), List.of(token.text()));
    }

    private Number number(Token token) throws TemplateFailed {
        var reason =
                token.is(Type.CHARACTER)
                        ? "malformed character constant: " + token.text()
                        : "bad number syntax: " + Quoted.of(token.text());
        return Numeral.read(token.text()).orElseThrow(() -> tokens.failed(reason));
    }
}
