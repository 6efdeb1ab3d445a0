package io.dabbawala.gitwatcher.generate.generator;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.generate.parameter.CannotGenerate;
import io.dabbawala.gitwatcher.generate.parameter.Parameters;
import java.util.List;

/** One kind of generator: yields the parameter sets its configuration asks for, in order. */
@FunctionalInterface
interface Generator {

    /**
     * @param configuration already filled in with {@code outer}, but for its {@code values}
     * @param outer what the generators of a matrix before this one found; empty outside of one
     */
    List<Parameters> parameters(JsonNode configuration, Parameters outer) throws CannotGenerate;
}
