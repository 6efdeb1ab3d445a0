/**
 * The console's API. What it answers is a value; that it does not answer ends the command with the
 * way to start it. A stream that is cut is taken up behind the last event that arrived, so nothing
 * is missed and nothing comes twice.
 */
@NullMarked
package io.dabbawala.cli.http;

import org.jspecify.annotations.NullMarked;
