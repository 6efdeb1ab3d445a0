package io.dabbawala.expressions;

import java.util.Optional;

/** What came of an expression; field is the JSON pointer of the last field it looked at. */
public sealed interface Evaluation {

    Optional<String> field();

    record Value(Object value, Optional<String> field) implements Evaluation {}

    record Failed(String reason, Optional<String> field) implements Evaluation {}
}
