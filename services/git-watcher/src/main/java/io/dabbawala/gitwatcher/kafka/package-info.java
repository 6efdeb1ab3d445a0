/**
 * What git-watcher hears and says on Kafka. A hint leads to one look; everything the look found is
 * sent and acknowledged before the refs are recorded, so that whatever is interrupted is said again
 * under the same ids.
 *
 * <p>Instances share the repositories: each polls and looks at those whose hints fall into its
 * partitions of {@code pushes}. While others speak too, what was said is read again before anything
 * is decided.
 *
 * <p>What was said before is read back from the own compacted topics before the first thing is
 * decided. Looks at different repositories fetch side by side; deciding and saying is done by one
 * at a time.
 */
@NullMarked
package io.dabbawala.gitwatcher.kafka;

import org.jspecify.annotations.NullMarked;
