package io.dabbawala.expressions;

import dev.cel.common.types.CelType;
import dev.cel.runtime.CelRuntime;

/** What came of an expression's text. */
public sealed interface Compilation {

    record Compiled(CelRuntime.Program program, CelType type) implements Compilation {}

    record Refused(String reason) implements Compilation {}
}
