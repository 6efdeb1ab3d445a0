/** What was measured, beside what was promised. Counts come before times. */
@NullMarked
package io.dabbawala.bench.figure;

import org.jspecify.annotations.NullMarked;
