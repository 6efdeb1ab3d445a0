/**
 * The only way out. Every address a route names is checked by the egress guard, and the connection
 * goes to the very address that was checked, under the name it was checked for: a name that changes
 * its mind between check and use leads nowhere.
 *
 * <p>Redirects are not followed, answers are not read beyond their status line and headers, and
 * everything has a time limit. Reasons name the host, never the path: paths of webhooks are
 * secrets.
 */
@NullMarked
package io.dabbawala.notifier.http;

import org.jspecify.annotations.NullMarked;
