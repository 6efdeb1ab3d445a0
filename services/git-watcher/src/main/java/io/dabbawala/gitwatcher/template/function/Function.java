package io.dabbawala.gitwatcher.template.function;

import io.dabbawala.gitwatcher.template.value.GoValue;
import io.dabbawala.gitwatcher.template.value.Numeral;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a template may call: the kinds of its parameters, the last of them repeated if variadic. */
public record Function(List<Kind> parameters, boolean isVariadic, Body body) {

    /** Go's type of a parameter. Anything fits ANY, nil included. */
    public enum Kind {
        ANY("interface {}"),
        STRING("string"),
        INT("int"),
        FLOAT("float64"),
        BOOL("bool"),
        MAP("map[string]interface {}");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        public boolean mayBeNil() {
            return this == ANY || this == MAP;
        }

        public boolean takes(Object value) {
            return this == ANY || GoValue.type(value).equals(type);
        }

        /** A literal as this kind reads it; empty if it cannot. */
        public Optional<Object> fitted(Object literal) {
            return switch (this) {
                case ANY -> Optional.of(literal);
                case STRING, BOOL, MAP -> Optional.of(literal).filter(this::takes);
                case FLOAT ->
                        literal instanceof Number number
                                ? Optional.of(number.doubleValue())
                                : Optional.empty();
                case INT ->
                        literal instanceof Number number
                                        && number.doubleValue() == Math.rint(number.doubleValue())
                                ? Optional.of(Numeral.narrow(number.longValue()))
                                : Optional.empty();
            };
        }

        public String literal() {
            return this == INT ? "integer" : this == FLOAT ? "float" : type;
        }

        @Override
        public String toString() {
            return type;
        }
    }

    /** What it does. A failure carries the reason only; who called is added. */
    @FunctionalInterface
    public interface Body {
        @Nullable Object call(Arguments arguments) throws TemplateFailed;
    }

    public static Function of(Body body, Kind... parameters) {
        return new Function(List.of(parameters), false, body);
    }

    public static Function variadic(Body body, Kind... parameters) {
        return new Function(List.of(parameters), true, body);
    }

    /** A function that is known and never carried out. */
    public static Function refused(String reason) {
        return variadic(
                _ -> {
                    throw new TemplateFailed(reason);
                },
                Kind.ANY);
    }

    public int fixed() {
        return isVariadic ? parameters.size() - 1 : parameters.size();
    }

    public Kind parameter(int index) {
        return parameters.get(Math.min(index, parameters.size() - 1));
    }
}
