package io.dabbawala.reconciler.rollout;

import java.time.Instant;

/**
 * Where one rollout stands: what is kept in the cluster.
 *
 * @param since when it came to this stage or to this release
 * @param current what is or was tried last
 * @param promoted what serves
 */
public record Standing(
        String application, Stage stage, Instant since, Release current, Release promoted) {

    static Standing beginning(String application, Release release, Instant now) {
        return new Standing(application, new Stage.Initializing(), now, release, release);
    }

    /** What the primary has to run now. */
    Release inForce() {
        return stage.isPromoting() ? current : promoted;
    }

    /**
     * After a verdict. The weight only grows, what has ended stays ended, and what was said of
     * another release does not count; so a verdict that comes twice or late changes nothing.
     */
    Standing judged(Verdict verdict, Instant now) {
        if (!verdict.template().equals(current.template())
                || !verdict.delivery().equals(current.delivery())) {
            return this;
        }
        return switch (stage) {
            case Stage.Progressing(var weight) -> judgedWhileProgressing(verdict, weight, now);
            case Stage.Promoting _ -> judgedWhilePromoting(verdict, now);
            case Stage.Finalising _ -> judgedWhileFinalising(verdict, now);
            case Stage.Initializing _, Stage.Initialized _, Stage.Succeeded _, Stage.Failed _ ->
                    this;
        };
    }

    private Standing judgedWhileProgressing(Verdict verdict, int weight, Instant now) {
        return switch (verdict.aim()) {
            case PROGRESSING ->
                    verdict.weight() > weight
                            ? at(new Stage.Progressing(verdict.weight()), since)
                            : this;
            case PROMOTING -> at(new Stage.Promoting(weight), now);
            case FAILED -> at(new Stage.Failed(verdict.weight()), now);
            case STAY, FINALISING, SUCCEEDED -> this;
        };
    }

    private Standing judgedWhilePromoting(Verdict verdict, Instant now) {
        return switch (verdict.aim()) {
            case FINALISING -> at(new Stage.Finalising(), now);
            case FAILED -> at(new Stage.Failed(verdict.weight()), now);
            case STAY, PROGRESSING, PROMOTING, SUCCEEDED -> this;
        };
    }

    private Standing judgedWhileFinalising(Verdict verdict, Instant now) {
        return switch (verdict.aim()) {
            case SUCCEEDED ->
                    new Standing(application, new Stage.Succeeded(), now, current, current);
            case FAILED -> at(new Stage.Failed(verdict.weight()), now);
            case STAY, PROGRESSING, PROMOTING, FINALISING -> this;
        };
    }

    /**
     * After a rollback of that template was issued. Traffic goes to the primary at once, unless the
     * primary is the one that cannot serve.
     */
    Standing rolledBack(String template, Readiness readiness, Instant now) {
        if (!stage.isUnderWay() || !template.equals(current.template())) {
            return this;
        }
        var isPrimaryBroken = stage.isPromoting() && !readiness.primary() && readiness.canary();
        return at(new Stage.Failed(isPrimaryBroken ? Stage.ALL : 0), now);
    }

    /** After this release of the target was synced, which may be the one that was known. */
    Standing synced(Release release, boolean isRollback, Instant now) {
        return switch (stage) {
            case Stage.Initializing _ ->
                    new Standing(application, stage, sinceUnless(release, now), release, release);
            case Stage.Initialized _, Stage.Succeeded _, Stage.Failed _ ->
                    syncedWhileIdle(release, now);
            case Stage.Progressing _ -> syncedWhileProgressing(release, isRollback, now);
            case Stage.Promoting _, Stage.Finalising _ ->
                    syncedWhilePromoting(release, isRollback, now);
        };
    }

    private Standing syncedWhileIdle(Release release, Instant now) {
        if (release.template().equals(promoted.template())) {
            var tried = stage instanceof Stage.Failed ? current : release;
            return new Standing(application, stage, since, tried, release);
        }
        var hasFailed =
                stage instanceof Stage.Failed
                        && release.template().equals(current.template())
                        && release.delivery().equals(current.delivery());
        return hasFailed ? this : start(release, now);
    }

    private Standing syncedWhileProgressing(Release release, boolean isRollback, Instant now) {
        if (release.template().equals(current.template())) {
            return of(release);
        }
        if (!release.template().equals(promoted.template())) {
            return start(release, now);
        }
        return at(isRollback ? new Stage.Failed(0) : new Stage.Initialized(), now);
    }

    /** What is being promoted is finished first; but users shall not meet what nobody judged. */
    private Standing syncedWhilePromoting(Release release, boolean isRollback, Instant now) {
        if (release.template().equals(current.template())) {
            return of(release);
        }
        if (isRollback && release.template().equals(promoted.template())) {
            return at(new Stage.Failed(0), now);
        }
        return stage instanceof Stage.Promoting ? at(new Stage.Promoting(0), since) : this;
    }

    /** After a look that found nothing left to do. */
    Standing settled(Readiness readiness, Instant now) {
        return switch (stage) {
            case Stage.Initializing _ ->
                    readiness.primary() ? at(new Stage.Initialized(), now) : this;
            case Stage.Failed(var weight) ->
                    weight > 0 && readiness.primary() ? at(new Stage.Failed(0), since) : this;
            case Stage.Initialized _,
                    Stage.Progressing _,
                    Stage.Promoting _,
                    Stage.Finalising _,
                    Stage.Succeeded _ ->
                    this;
        };
    }

    private Standing start(Release release, Instant now) {
        return new Standing(application, new Stage.Progressing(0), now, release, promoted);
    }

    private Standing of(Release release) {
        return new Standing(application, stage, since, release, promoted);
    }

    private Standing at(Stage next, Instant when) {
        return new Standing(application, next, when, current, promoted);
    }

    private Instant sinceUnless(Release release, Instant now) {
        return release.template().equals(current.template()) ? since : now;
    }
}
