package io.dabbawala.compliancegate.plan;

import org.jspecify.annotations.Nullable;

/** A field as it is live: a JSON pointer and JSON, which is absent where the field is. */
public record LiveField(String path, @Nullable String json) {}
