package io.dabbawala.reconciler.health;

import static io.dabbawala.reconciler.health.Health.degraded;
import static io.dabbawala.reconciler.health.Health.healthy;
import static io.dabbawala.reconciler.health.Health.progressing;

import io.dabbawala.reconciler.plan.LiveObject;
import io.dabbawala.reconciler.plan.Tree;

/** A suspended one is healthy: suspending it is what somebody wanted. */
final class CronJobHealth implements HealthRule {

    @Override
    public Health of(LiveObject object) {
        if (Tree.flag(object.content(), "spec", "suspend")) {
            return healthy("CronJob is suspended");
        }
        if (Tree.at(object.content(), "status").isEmpty()) {
            return progressing("Waiting for the CronJob to be observed");
        }
        var status = Tree.map(object.content(), "status");
        var succeeded = Tree.text(status, "lastSuccessfulTime");
        if (succeeded.isEmpty()) {
            return healthy("It has not succeeded yet");
        }
        if (!Tree.list(status, "active").isEmpty()) {
            return healthy("A job is running");
        }
        // RFC 3339 in UTC: the order of the text is that of the time
        return succeeded.compareTo(Tree.text(status, "lastScheduleTime")) < 0
                ? degraded("The last job did not succeed")
                : healthy();
    }
}
