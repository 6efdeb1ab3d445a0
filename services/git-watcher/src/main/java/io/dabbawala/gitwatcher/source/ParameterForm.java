package io.dabbawala.gitwatcher.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What a parameter of a source is (applicationsource in Argo CD's application types). */
sealed interface ParameterForm {

    boolean takes(JsonNode written);

    /** In a sentence. */
    String called();

    enum Scalar implements ParameterForm {
        TEXT("text", JsonNode::isTextual),
        FLAG("true or false", JsonNode::isBoolean),
        COUNT("a whole number or text", value -> value.isIntegralNumber() || value.isTextual());

        private final String called;
        private final Predicate<JsonNode> takes;

        Scalar(String called, Predicate<JsonNode> takes) {
            this.called = called;
            this.takes = takes;
        }

        @Override
        public boolean takes(JsonNode written) {
            return takes.test(written);
        }

        @Override
        public String called() {
            return called;
        }
    }

    /** A list. */
    record Items(ParameterForm item) implements ParameterForm {

        @Override
        public boolean takes(JsonNode written) {
            return written.isArray();
        }

        @Override
        public String called() {
            return "a list";
        }
    }

    record Found(String name, ParameterForm form) {}

    /** What has members with a form. */
    sealed interface Named extends ParameterForm {

        /** Empty for what is passed over. */
        Optional<Found> find(String name);

        @Override
        default boolean takes(JsonNode written) {
            return written.isObject();
        }

        @Override
        default String called() {
            return "an object";
        }
    }

    /** Names are the user's. */
    record Pairs(ParameterForm value) implements Named {

        @Override
        public Optional<Found> find(String name) {
            return Optional.of(new Found(name, value));
        }
    }

    record Members(Map<String, ParameterForm> known) implements Named {

        @Override
        public Optional<Found> find(String name) {
            return known.entrySet().stream()
                    .filter(one -> one.getKey().equalsIgnoreCase(name))
                    .map(one -> new Found(one.getKey(), one.getValue()))
                    .findFirst();
        }
    }

    /** An object whose inside is nobody's business here. */
    record Values() implements ParameterForm {

        @Override
        public boolean takes(JsonNode written) {
            return written.isObject();
        }

        @Override
        public String called() {
            return "an object";
        }
    }
}
