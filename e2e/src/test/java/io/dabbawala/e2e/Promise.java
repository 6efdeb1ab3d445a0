package io.dabbawala.e2e;

import java.util.stream.Stream;

/** Something that holds whatever was killed, cut off or restarted. */
@FunctionalInterface
interface Promise {

    /** One sentence for each time it was broken: the application, the event, what was promised. */
    Stream<String> broken(World world);
}
