package io.dabbawala.gitwatcher.webhook;

import java.util.LinkedHashSet;

/**
 * The deliveries that were taken in last. A sender that tries again because an answer got lost is
 * told that all is well and hints at nothing a second time.
 */
public final class Delivered {

    private final int most;
    private final LinkedHashSet<String> ids = new LinkedHashSet<>();

    public Delivered(int most) {
        this.most = most;
    }

    public synchronized boolean has(String id) {
        return ids.contains(id);
    }

    public synchronized void add(String id) {
        if (!id.isEmpty() && ids.add(id) && ids.size() > most) {
            ids.removeFirst();
        }
    }
}
