package io.dabbawala.notifier.route;

import io.dabbawala.notifier.message.News;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** The routes in force, by the key of their declaration. */
public final class RouteBook {

    private final Map<String, Route> routes = new ConcurrentSkipListMap<>();

    /**
     * Puts what can be read of the declaration in force.
     *
     * @return what cannot be read, empty if nothing
     */
    public List<String> declare(String key, String json) {
        var declaration = RouteDeclaration.read(key, json);
        routes.put(key, declaration.route());
        return declaration.problems();
    }

    public void withdraw(String key) {
        routes.remove(key);
    }

    /** Who is to be told; empty when no route wants this news. */
    public List<Due> due(News news) {
        return routes.values().stream()
                .filter(route -> route.wants(news))
                .flatMap(route -> route.targets().stream().map(to -> new Due(route.name(), to)))
                .distinct()
                .toList();
    }
}
