package io.dabbawala.gitwatcher.template;

import io.dabbawala.gitwatcher.template.function.TemplateFailed;

/** What a map answers for a key it does not have: the option {@code missingkey}. */
public enum MissingKey {
    DEFAULT,
    ZERO,
    ERROR;

    /** The option as Go spells it: {@code missingkey=error}. */
    public static MissingKey of(String option) throws TemplateFailed {
        return switch (option) {
            case "missingkey=default", "missingkey=invalid" -> DEFAULT;
            case "missingkey=zero" -> ZERO;
            case "missingkey=error" -> ERROR;
            default -> throw new TemplateFailed("unrecognized option: " + option);
        };
    }
}
