package io.dabbawala.gitwatcher.template.syntax;

import java.util.List;

/** What stands in a command. {@code toString} writes it as Go writes it in errors. */
public sealed interface Operand
        permits Operand.Name,
                Operand.Dot,
                Operand.Nil,
                Operand.Field,
                Operand.Variable,
                Operand.Chain,
                Operand.Bool,
                Operand.Number,
                Operand.Literal,
                Pipeline {

    int position();

    record Name(int position, String name) implements Operand {
        @Override
        public String toString() {
            return name;
        }
    }

    record Dot(int position) implements Operand {
        @Override
        public String toString() {
            return ".";
        }
    }

    record Nil(int position) implements Operand {
        @Override
        public String toString() {
            return "nil";
        }
    }

    record Field(int position, List<String> names) implements Operand {
        @Override
        public String toString() {
            return "." + String.join(".", names);
        }
    }

    /** {@code names} begins with the variable itself, dollar sign included. */
    record Variable(int position, List<String> names) implements Operand {
        @Override
        public String toString() {
            return String.join(".", names);
        }
    }

    record Chain(int position, Operand start, List<String> names) implements Operand {
        @Override
        public String toString() {
            var first = start instanceof Pipeline ? "(" + start + ")" : start.toString();
            return first + "." + String.join(".", names);
        }
    }

    record Bool(int position, boolean value) implements Operand {
        @Override
        public String toString() {
            return Boolean.toString(value);
        }
    }

    /** {@code value} is what the number is by itself: an Integer, a Long or a Double. */
    record Number(int position, String text, java.lang.Number value) implements Operand {
        @Override
        public String toString() {
            return text;
        }
    }

    record Literal(int position, String quoted, String text) implements Operand {
        @Override
        public String toString() {
            return quoted;
        }
    }

    record Command(int position, List<Operand> operands) {

        @Override
        public String toString() {
            return operands.stream()
                    .map(one -> one instanceof Pipeline ? "(" + one + ")" : one.toString())
                    .reduce((left, right) -> left + " " + right)
                    .orElse("");
        }
    }
}
