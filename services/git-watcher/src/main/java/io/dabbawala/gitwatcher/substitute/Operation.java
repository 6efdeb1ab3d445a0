package io.dabbawala.gitwatcher.substitute;

import java.util.Arrays;

/** What happens to a value before it is put in, by the sign the template has for it. */
enum Operation {
    VALUE(""),
    DEFAULT("=", ":=", ":-", "-", ":?", ":+"),
    LENGTH,
    LOWER_FIRST(","),
    LOWER(",,"),
    UPPER_FIRST("^"),
    UPPER("^^"),
    SUBSTRING(":"),
    WITHOUT_SHORTEST_START("#"),
    WITHOUT_LONGEST_START("##"),
    WITHOUT_SHORTEST_END("%"),
    WITHOUT_LONGEST_END("%%"),
    REPLACE_FIRST("/"),
    REPLACE_ALL("//"),
    REPLACE_START("/#"),
    REPLACE_END("/%");

    private final String[] signs;

    Operation(String... signs) {
        this.signs = signs;
    }

    /** Signs that mean nothing, like {@code ,^}, leave the value as it is. */
    static Operation of(String sign) {
        return Arrays.stream(values())
                .filter(operation -> Arrays.asList(operation.signs).contains(sign))
                .findFirst()
                .orElse(VALUE);
    }
}
