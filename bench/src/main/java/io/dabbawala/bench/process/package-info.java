/** What processes cost. */
@NullMarked
package io.dabbawala.bench.process;

import org.jspecify.annotations.NullMarked;
