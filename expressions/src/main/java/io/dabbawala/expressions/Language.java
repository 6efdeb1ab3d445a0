package io.dabbawala.expressions;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelOptions;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelStringExtensions;
import dev.cel.extensions.CelStringExtensions.Function;
import dev.cel.parser.CelStandardMacro;
import java.util.Collection;

/** CEL with its own extensions and those of Kubernetes, as far as they can be fenced. */
final class Language {

    private static final int NODES = 20_000;
    private static final int REGEX_PROGRAM = 10_000;

    private final Limits limits;
    private final CelOptions options;

    Language(Limits limits) {
        this.limits = limits;
        this.options =
                CelOptions.current()
                        .maxExpressionCodePointSize(limits.characters())
                        .maxParseRecursionDepth(limits.depth())
                        .maxParseExpressionNodeCount(NODES)
                        .comprehensionMaxIterations(limits.iterations())
                        .maxRegexProgramSize(REGEX_PROGRAM)
                        .enableOptionalSyntax(true)
                        .enableHeterogeneousNumericComparisons(true)
                        .build();
    }

    Cel with(Collection<String> variables) {
        var builder =
                CelFactory.standardCelBuilder()
                        .setOptions(options)
                        .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                        .addCompilerLibraries(
                                strings(),
                                CelExtensions.optional(),
                                CelExtensions.bindings(),
                                CelExtensions.sets(options),
                                CelExtensions.comprehensions())
                        .addRuntimeLibraries(
                                strings(),
                                CelExtensions.optional(),
                                CelExtensions.sets(options),
                                CelExtensions.comprehensions());
        variables.forEach(name -> builder.addVar(name, SimpleType.DYN));
        var functions = new Functions();
        Lists.addTo(functions);
        new Texts(limits).addTo(functions);
        Quantity.addTo(functions);
        Url.addTo(functions);
        Ip.addTo(functions);
        Cidr.addTo(functions);
        Semver.addTo(functions);
        functions.addTo(builder);
        return builder.build();
    }

    /** Without those that are our own because they have to measure first. */
    private static CelStringExtensions strings() {
        return CelExtensions.strings(
                Function.CHAR_AT,
                Function.INDEX_OF,
                Function.LAST_INDEX_OF,
                Function.LOWER_ASCII,
                Function.QUOTE,
                Function.REVERSE,
                Function.SUBSTRING,
                Function.TRIM,
                Function.UPPER_ASCII);
    }
}
