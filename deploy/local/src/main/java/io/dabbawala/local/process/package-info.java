/**
 * Programs run as child processes: started with a log file, waited for until they answer, stopped
 * without leftovers.
 *
 * <p>An interrupt of the terminal reaches this process only, which then stops its programs in
 * order; when it cannot, because it was killed itself, its {@link io.dabbawala.local.process.Guard}
 * ends them.
 */
@NullMarked
package io.dabbawala.local.process;

import org.jspecify.annotations.NullMarked;
