/** The Git host and the developer who pushes to it. */
@NullMarked
package io.dabbawala.bench.git;

import org.jspecify.annotations.NullMarked;
