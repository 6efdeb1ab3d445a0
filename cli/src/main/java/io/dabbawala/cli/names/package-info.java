/**
 * The names people write. A short name means the one application that has it; a name that nobody
 * has is answered with the ones it may have meant.
 */
@NullMarked
package io.dabbawala.cli.names;

import org.jspecify.annotations.NullMarked;
