package io.dabbawala.console.command;

import static java.util.stream.Collectors.joining;

import io.dabbawala.console.event.Desired;
import io.dabbawala.console.event.Order.Wanted;
import io.dabbawala.console.event.Verdict;
import io.dabbawala.console.timeline.ApplicationView;
import io.dabbawala.console.timeline.Plan;
import io.dabbawala.console.timeline.Success;
import java.util.List;
import java.util.Optional;

/** Makes a command of a wish, or says what is missing. */
public final class CommandDesk {

    private static final List<Wanted> KNOWN =
            List.of(
                    Wanted.APPROVE,
                    Wanted.REJECT,
                    Wanted.SYNC,
                    Wanted.ROLL_BACK,
                    Wanted.PAUSE,
                    Wanted.RESUME,
                    Wanted.PROMOTE,
                    Wanted.FREEZE,
                    Wanted.BREAK_GLASS,
                    Wanted.LIFT_QUARANTINE,
                    Wanted.TERMINATE);
    private static final String DELIVERY =
            "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
    private static final int LONGEST_TEXT = 2_000;

    /** What is wrong with a wish, whatever its application; empty when nothing is. */
    public static Optional<String> fault(Wish wish) {
        if (!wish.application().matches("[a-z0-9.-]{1,253}/[a-z0-9.-]{1,253}")) {
            return Optional.of(
                    "application must be namespace/name, not \"%s\"".formatted(wish.application()));
        }
        if (wanted(wish).isEmpty()) {
            var known = KNOWN.stream().map(Wanted::word).collect(joining(", "));
            return Optional.of(
                    "command \"%s\" is unknown; one of %s".formatted(wish.command(), known));
        }
        if (wish.person().actor().isBlank() || wish.person().reason().isBlank()) {
            return Optional.of("actor and reason are required: who wants this, and why");
        }
        if (wish.person().actor().length() + wish.person().reason().length() > LONGEST_TEXT) {
            return Optional.of(
                    "actor and reason are longer than %d characters".formatted(LONGEST_TEXT));
        }
        return targetFault(wish.target());
    }

    public static Answer answer(Wish wish, Optional<ApplicationView> view) {
        var fault = fault(wish);
        if (fault.isPresent()) {
            return new Answer.Malformed(fault.get());
        }
        if (view.isEmpty() || view.get().desired() == null || !view.get().isDeclared()) {
            return new Answer.NotFound(
                    "application %s is not declared; GET /api/applications lists those that are"
                            .formatted(wish.application()));
        }
        return complete(wish, view.get(), view.get().desired());
    }

    /** A wish that was accepted before, with what it was completed to then. */
    public static Command repeated(Wish wish, Wish.Target target) {
        return new Command(wish.application(), wanted(wish).orElseThrow(), wish.person(), target);
    }

    private static Answer complete(Wish wish, ApplicationView view, Desired desired) {
        var wanted = wanted(wish).orElseThrow();
        return switch (wanted) {
            case APPROVE, REJECT -> aboutHeld(wish, wanted, view, desired);
            case ROLL_BACK -> rollBack(wish, view, desired);
            case PROMOTE -> promote(wish, view, desired);
            case LIFT_QUARANTINE -> liftQuarantine(wish, view);
            case SYNC, TERMINATE, PAUSE, RESUME, FREEZE, BREAK_GLASS, UNKNOWN ->
                    accepted(wish, wanted, current(wish, desired));
        };
    }

    private static Answer aboutHeld(
            Wish wish, Wanted wanted, ApplicationView view, Desired desired) {
        var held = answerable(wanted, view, desired);
        if (held.isEmpty()) {
            return new Answer.Conflict(
                    "nothing of %s is held, so there is nothing to %s; GET /api/applications/%s/why says where it stands"
                            .formatted(wish.application(), wanted.word(), wish.application()));
        }
        var verdict = held.get();
        var target = wish.target();
        if (differs(target.digest(), verdict.digest())
                || differs(target.delivery(), verdict.header().delivery())) {
            return new Answer.Conflict(
                    "what is held of %s is delivery %s with digest %s, not what was named; look again and decide about that"
                            .formatted(
                                    wish.application(),
                                    verdict.header().delivery(),
                                    verdict.digest()));
        }
        return accepted(
                wish,
                wanted,
                new Wish.Target(verdict.header().delivery(), verdict.digest(), verdict.revision()));
    }

    private static Answer rollBack(Wish wish, ApplicationView view, Desired desired) {
        var now = current(wish, desired);
        if (!now.revision().isEmpty()) {
            return accepted(wish, Wanted.ROLL_BACK, withFullRevision(now, view));
        }
        return view.previousSuccess()
                .map(
                        earlier ->
                                accepted(
                                        wish,
                                        Wanted.ROLL_BACK,
                                        new Wish.Target(
                                                now.delivery(), now.digest(), earlier.revision())))
                .orElseGet(
                        () ->
                                new Answer.Conflict(
                                        "%s has no earlier revision that was synced and is not quarantined; name one with \"revision\""
                                                .formatted(wish.application())));
    }

    /** A person writes the first digits; the application knows the rest. */
    private static Wish.Target withFullRevision(Wish.Target said, ApplicationView view) {
        var known =
                view.successes().stream()
                        .map(Success::revision)
                        .filter(revision -> revision.startsWith(said.revision()))
                        .distinct()
                        .toList();
        return known.size() == 1
                ? new Wish.Target(said.delivery(), said.digest(), known.getFirst())
                : said;
    }

    private static Answer promote(Wish wish, ApplicationView view, Desired desired) {
        return view.rollouts().values().stream().anyMatch(rollout -> rollout.phase().isUnderWay())
                ? accepted(wish, Wanted.PROMOTE, current(wish, desired))
                : new Answer.Conflict(
                        "no rollout of %s is under way, so there is nothing to promote"
                                .formatted(wish.application()));
    }

    private static Answer liftQuarantine(Wish wish, ApplicationView view) {
        var quarantined = view.quarantined();
        var named = wish.target().digest();
        if (named.isEmpty() && quarantined.size() == 1) {
            return lifted(wish, quarantined.getFirst());
        }
        if (quarantined.contains(named)) {
            return lifted(wish, named);
        }
        return new Answer.Conflict(
                quarantined.isEmpty()
                        ? "nothing of %s is quarantined".formatted(wish.application())
                        : "name the \"digest\" to lift: %s of %s are quarantined"
                                .formatted(String.join(", ", quarantined), wish.application()));
    }

    private static Answer lifted(Wish wish, String digest) {
        var target = wish.target();
        return accepted(
                wish,
                Wanted.LIFT_QUARANTINE,
                new Wish.Target(target.delivery(), digest, target.revision()));
    }

    private static Answer accepted(Wish wish, Wanted wanted, Wish.Target target) {
        return new Answer.Accepted(new Command(wish.application(), wanted, wish.person(), target));
    }

    /** What was not said means what is desired now. */
    private static Wish.Target current(Wish wish, Desired desired) {
        var said = wish.target();
        return new Wish.Target(
                said.delivery().isEmpty() ? desired.header().delivery() : said.delivery(),
                said.digest().isEmpty() ? desired.digest() : said.digest(),
                said.revision());
    }

    /** What is held can be answered; what was rejected can still be approved. */
    private static Optional<Verdict> answerable(
            Wanted wanted, ApplicationView view, Desired desired) {
        return view.plan().step(desired.generation()) instanceof Plan.Step.Judged(var verdict)
                        && (verdict.decision() == Verdict.Decision.HELD
                                || wanted == Wanted.APPROVE && verdict.isRejected())
                ? Optional.of(verdict)
                : Optional.empty();
    }

    private static Optional<Wanted> wanted(Wish wish) {
        return KNOWN.stream().filter(known -> known.word().equals(wish.command())).findFirst();
    }

    private static Optional<String> targetFault(Wish.Target target) {
        if (!target.delivery().isEmpty() && !target.delivery().matches(DELIVERY)) {
            return Optional.of("delivery is not an id: " + target.delivery());
        }
        if (!target.digest().isEmpty() && !target.digest().matches("sha256:[0-9a-f]{64}")) {
            return Optional.of("digest must be sha256: and 64 hexadecimal digits");
        }
        return target.revision().isEmpty() || target.revision().matches("[0-9a-f]{7,64}")
                ? Optional.empty()
                : Optional.of(
                        "revision must be at least 7 digits of a commit id, not \"%s\""
                                .formatted(target.revision()));
    }

    private static boolean differs(String said, String known) {
        return !said.isEmpty() && !said.equals(known);
    }

    private CommandDesk() {}
}
