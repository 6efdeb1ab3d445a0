package io.dabbawala.notifier.send;

import io.dabbawala.notifier.message.News;
import io.dabbawala.notifier.route.Target;

/**
 * News for one recipient.
 *
 * @param id the same whenever the same recipient is to be told the same news by the same route
 */
public record Notice(String id, String route, Target target, News news) {

    String lane() {
        return target.identity();
    }
}
