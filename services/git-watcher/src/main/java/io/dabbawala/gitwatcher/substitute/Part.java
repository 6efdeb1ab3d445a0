package io.dabbawala.gitwatcher.substitute;

import java.util.List;

/** A piece of a template. */
sealed interface Part {

    record Text(String text) implements Part {}

    /**
     * @param arguments what the operation works with, in order
     */
    record Expansion(String variable, Operation operation, List<Part> arguments) implements Part {

        public Expansion {
            arguments = List.copyOf(arguments);
        }
    }
}
