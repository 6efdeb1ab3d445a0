/** The API server, asked and watched with nothing in between. */
@NullMarked
package io.dabbawala.bench.kubernetes;

import org.jspecify.annotations.NullMarked;
