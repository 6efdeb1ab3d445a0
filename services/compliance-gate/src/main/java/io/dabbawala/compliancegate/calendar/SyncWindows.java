package io.dabbawala.compliancegate.calendar;

import io.dabbawala.compliancegate.document.Document;
import io.dabbawala.compliancegate.plan.Destination;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The windows that concern one application. */
public record SyncWindows(List<Window> windows) {

    private static final int TURNS = 400;

    /** The windows of this AppProject that match. */
    public static SyncWindows of(Document project, String application, Destination destination)
            throws UnreadableWindow {
        var all = all(project).windows();
        return new SyncWindows(
                all.stream().filter(window -> window.matches(application, destination)).toList());
    }

    public static SyncWindows all(Document project) throws UnreadableWindow {
        var windows = new ArrayList<Window>();
        for (var written : project.spec().documents("syncWindows")) {
            windows.add(Window.of(written));
        }
        return new SyncWindows(List.copyOf(windows));
    }

    /**
     * @param operationStarted when what goes on now was let through first
     */
    public Passage passage(Instant at, boolean manual, Optional<Instant> operationStarted) {
        return canSync(at, manual, operationStarted)
                ? new Passage.Open("allowed")
                : new Passage.Closed(closedBy(at), opensAfter(at, manual, operationStarted));
    }

    public List<Window> active(Instant at) {
        return windows.stream().filter(window -> window.isActive(at)).toList();
    }

    private boolean canSync(Instant at, boolean manual, Optional<Instant> operationStarted) {
        var inTheWay = inTheWay(at);
        return inTheWay.stream().allMatch(window -> window.lets(manual))
                || inTheWay.stream().allMatch(Window::overruns)
                        && operationStarted
                                .filter(start -> canSync(start, manual, Optional.empty()))
                                .isPresent();
    }

    /** Denies that are active; else, if no allow is active, the allows that are not. */
    private List<Window> inTheWay(Instant at) {
        var active = active(at);
        var denies = active.stream().filter(window -> !window.allows()).toList();
        if (!denies.isEmpty()) {
            return denies;
        }
        return active.isEmpty() ? windows.stream().filter(Window::allows).toList() : List.of();
    }

    private String closedBy(Instant at) {
        var first = inTheWay(at).getFirst();
        return first.allows() ? "outside of " + first : "within " + first;
    }

    private Optional<Instant> opensAfter(
            Instant at, boolean manual, Optional<Instant> operationStarted) {
        var turn = at;
        for (int i = 0; i < TURNS; i++) {
            var from = turn;
            var next =
                    windows.stream()
                            .flatMap(window -> window.nextTurn(from).stream())
                            .min(Instant::compareTo);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            turn = next.get();
            if (canSync(turn.plusNanos(1), manual, operationStarted)) {
                return next;
            }
        }
        return Optional.empty();
    }
}
