package io.dabbawala.notifier.route;

import io.dabbawala.notifier.message.Kind;
import io.dabbawala.notifier.message.News;
import java.util.List;
import java.util.Set;

/** Which news about which applications goes where. */
record Route(
        String name, List<ApplicationPattern> applications, Set<Kind> kinds, List<Target> targets) {

    Route {
        applications = List.copyOf(applications);
        kinds = Set.copyOf(kinds);
        targets = List.copyOf(targets);
    }

    boolean wants(News news) {
        return kinds.contains(news.kind())
                && applications.stream()
                        .anyMatch(pattern -> pattern.matches(news.happening().application()));
    }
}
