package io.dabbawala.gitwatcher.substitute;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The values to put in.
 *
 * @param values by name; line breaks are left out of them
 * @param strict a name without a value is an error, unless the template has a default for it
 * @param always expands defaults even when there is no value at all
 */
public record Variables(Map<String, String> values, boolean strict, boolean always) {

    private static final String NAME = "^[_[:alpha:]][_[:alpha:][:digit:]]*$";
    private static final Pattern LEGAL = Pattern.compile("[_A-Za-z][_A-Za-z0-9]*");

    public Variables {
        var flat = new TreeMap<String, String>();
        values.forEach((name, value) -> flat.put(name, value.replace("\n", "")));
        values = flat;
    }

    /** Not strict, and nothing happens without a value. */
    public static Variables of(Map<String, String> values) {
        return new Variables(values, false, false);
    }

    boolean applies() {
        return always || !values.isEmpty();
    }

    void check() throws BadSubstitution {
        for (var name : values.keySet()) {
            if (!LEGAL.matcher(name).matches()) {
                throw new BadSubstitution(
                        "'%s' var name is invalid, must match '%s'".formatted(name, NAME));
            }
        }
    }

    /** The value; if there is none, empty text or, in strict mode, nothing. */
    Optional<String> value(String name) {
        var value = Optional.ofNullable(values.get(name));
        return strict ? value : Optional.of(value.orElse(""));
    }
}
