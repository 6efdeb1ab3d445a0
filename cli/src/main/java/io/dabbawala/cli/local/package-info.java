/** The commands that run something on this machine: the demo, the platform, their preparations. */
@NullMarked
package io.dabbawala.cli.local;

import org.jspecify.annotations.NullMarked;
