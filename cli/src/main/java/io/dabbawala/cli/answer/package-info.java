/** How a command can end, for people (a message that names the way out) and for scripts. */
@NullMarked
package io.dabbawala.cli.answer;

import org.jspecify.annotations.NullMarked;
