/**
 * Asks forges for their pull requests and repositories. Only a forge that is configured is asked:
 * what an ApplicationSet says names one of them, and neither its addresses nor those in answers are
 * ever followed, a redirect included. An answer has a largest size and a longest time; a forge that
 * asks for a pause gets it.
 */
@NullMarked
package io.dabbawala.gitwatcher.forge;

import org.jspecify.annotations.NullMarked;
