package io.dabbawala.reconciler.object;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who last wrote a field, from managedFields. */
public record FieldWriter(String manager, String operation, @Nullable Instant time) {}
