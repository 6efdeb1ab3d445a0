/**
 * Who wants to know what: a declared {@code NotificationRoute} names applications, kinds of events
 * and channels.
 *
 * <pre>
 * kind: NotificationRoute
 * spec:
 *   applications: ["argocd/*"]           all if absent; a pattern without / is about the name alone
 *   events: [rolled-back, denied]        all if absent
 *   channels:
 *   - {type: slack, urlFile: slack-url}
 *   - {type: sms, to: ["+910000000001"], from: DABBAW}
 *   - {type: webhook, url: "https://example.org/hook", secretFile: hook-secret}
 * </pre>
 *
 * <p>What of a route can be read is in force, what cannot is reported: a slip of the pen in one
 * channel does not silence the others. Secrets are named, not held; and what is said about a
 * recipient never shows an address that is itself a secret.
 */
@NullMarked
package io.dabbawala.notifier.route;

import org.jspecify.annotations.NullMarked;
