package io.dabbawala.testkit.twin.fields;

import io.dabbawala.testkit.twin.schema.Schema;

/** What the shape of a parent says about its fields. */
public final class Shapes {

    private Shapes() {}

    public static Schema field(Schema parent, String name) {
        return switch (parent) {
            case Schema.Struct struct -> struct.fields().getOrDefault(name, Schema.Scalar.ANY);
            case Schema.Dictionary dictionary -> dictionary.value();
            case Schema.Items _, Schema.Scalar _ -> Schema.Scalar.ANY;
        };
    }

    static boolean names(Schema parent, String name) {
        return parent instanceof Schema.Struct struct && struct.fields().containsKey(name);
    }

    static boolean isAtomic(Schema schema) {
        return switch (schema) {
            case Schema.Struct struct -> struct.atomic();
            case Schema.Dictionary dictionary -> dictionary.atomic();
            case Schema.Items list -> list.by() == Schema.By.NOTHING;
            case Schema.Scalar scalar -> scalar != Schema.Scalar.ANY;
        };
    }
}
