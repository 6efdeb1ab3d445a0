package io.dabbawala.gitwatcher.template;

import io.dabbawala.gitwatcher.template.function.TemplateFailed;
import io.dabbawala.gitwatcher.template.value.GoObject;
import io.dabbawala.gitwatcher.template.value.GoValue;
import io.dabbawala.gitwatcher.template.value.NoValue;
import io.dabbawala.gitwatcher.template.value.Quoted;
import io.dabbawala.gitwatcher.template.value.StringMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code .name} is of a value. A failure carries the reason only; the place is added. */
record Fields(MissingKey missingKey) {

    /**
     * @param isTyped whether Go knows more of the receiver than that it is an interface
     */
    @Nullable Object field(
            @Nullable Object receiver, String name, boolean isCalled, boolean isTyped)
            throws TemplateFailed {
        return switch (receiver) {
            case null -> throw new TemplateFailed("nil pointer evaluating interface {}." + name);
            case NoValue _ -> {
                if (missingKey == MissingKey.ERROR) {
                    throw new TemplateFailed("nil data; no entry for key " + Quoted.of(name));
                }
                yield NoValue.MISSING;
            }
            case Map<?, ?> map -> {
                if (isCalled) {
                    throw new TemplateFailed(name + " is not a method but has arguments");
                }
                yield map.containsKey(name) ? map.get(name) : missing(map, name);
            }
            case GoObject object ->
                    object.field(name).orElseThrow(() -> noField(name, object.type()));
            default -> throw noField(name, isTyped ? GoValue.type(receiver) : "interface {}");
        };
    }

    private static TemplateFailed noField(String name, String type) {
        return new TemplateFailed("can't evaluate field %s in type %s".formatted(name, type));
    }

    private @Nullable Object missing(Map<?, ?> map, String name) throws TemplateFailed {
        return switch (missingKey) {
            case DEFAULT -> NoValue.MISSING;
            case ZERO -> map instanceof StringMap ? "" : null;
            case ERROR -> throw new TemplateFailed("map has no entry for key " + Quoted.of(name));
        };
    }
}
