/**
 * Argo CD's health customisations, run as they are: Lua scripts that look at {@code obj} and return
 * {@code status} and {@code message}.
 *
 * <p>The dialect is Lua 5.1 with {@code goto}, {@code table.getn} and {@code unpack}; the libraries
 * are base, table, string, math, an {@code os} that only knows the time it was told and, to those
 * that require it, {@code json}. A script sees no file, no network, no Java and no other script,
 * and every run begins anew.
 *
 * <p>Everything a script does is charged to its {@link io.dabbawala.reconciler.health.script.Meter}
 * before it is done: instructions, steps of pattern matching, bytes of text and tables, depth of
 * calls. A script that asks for more is stopped, the same way every time and without looking at a
 * clock; it cannot catch that. What it does with functions of its own making (LuaJ's compiler is
 * all that is used of LuaJ's own libraries beside tables and numbers) is its own business.
 *
 * <p>Rules and words are those of Argo CD ({@code util/lua}, docs/operator-manual/health.md): a
 * script that returns nothing has no opinion, one that fails makes the object unknown.
 */
@NullMarked
package io.dabbawala.reconciler.health.script;

import org.jspecify.annotations.NullMarked;
