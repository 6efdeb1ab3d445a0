/**
 * Talks to people outside. It alone opens connections to the internet.
 *
 * <p>It reads what the others found, decided and did, asks the declared routes who wants to know,
 * and tells them: Slack, SMS, webhooks. Every notice ends as one event on {@code notices},
 * delivered or failed, and only then is the event it tells about done with. So whatever is
 * interrupted is told again under the same id, unless {@code notices} says it was told already.
 *
 * <p>Nothing waits for it, and no recipient waits for another.
 */
@NullMarked
package io.dabbawala.notifier;

import org.jspecify.annotations.NullMarked;
