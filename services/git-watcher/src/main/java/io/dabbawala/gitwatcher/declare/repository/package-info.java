/**
 * The configured repositories, and where in them something comes from. Nothing else is ever read,
 * whatever a declaration or a webhook names.
 */
@NullMarked
package io.dabbawala.gitwatcher.declare.repository;

import org.jspecify.annotations.NullMarked;
