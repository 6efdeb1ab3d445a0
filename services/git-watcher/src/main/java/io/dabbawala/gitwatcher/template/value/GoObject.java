package io.dabbawala.gitwatcher.template.value;

import java.util.Optional;

/** A value with fields of its own, such as a version; printed by its {@code toString}. */
public interface GoObject {

    /** As Go names the type. */
    String type();

    Optional<Object> field(String name);
}
