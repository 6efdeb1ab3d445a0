package io.dabbawala.gitwatcher.sprig;

import static io.dabbawala.gitwatcher.template.function.Function.Kind.STRING;

import io.dabbawala.gitwatcher.template.function.Arguments;
import io.dabbawala.gitwatcher.template.function.Function;
import io.dabbawala.gitwatcher.template.function.TemplateFailed;
import java.util.Map;

/** Semantic versions. */
final class Versions {

    static Map<String, Function> all() {
        return Map.of(
                "semver", Function.of(a -> Version.of(a.text(0)), STRING),
                "semverCompare", Function.of(Versions::fits, STRING, STRING));
    }

    private static boolean fits(Arguments arguments) throws TemplateFailed {
        var alternatives = Constraint.all(arguments.text(0));
        var version = Version.of(arguments.text(1));
        return alternatives.stream()
                .anyMatch(bounds -> bounds.stream().allMatch(bound -> bound.admits(version)));
    }

    private Versions() {}
}
