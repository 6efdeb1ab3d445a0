package io.dabbawala.reconciler.health;

import static io.dabbawala.reconciler.health.Health.degraded;
import static io.dabbawala.reconciler.health.Health.healthy;
import static io.dabbawala.reconciler.health.Health.progressing;

import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Tree;

/** A suspended one is healthy: suspending it is what somebody wanted. */
final class CronJobHealth implements HealthRule {

    @Override
    public Health of(LiveObject object) {
        if (Tree.flag(object.content(), "spec", "suspend")) {
            return healthy("CronJob is Suspended");
        }
        if (Tree.at(object.content(), "status").isEmpty()) {
            return progressing("Waiting for CronJob");
        }
        var scheduled = Tree.text(object.content(), "status", "lastScheduleTime");
        if (scheduled.isEmpty()) {
            return healthy("CronJob has not been scheduled yet");
        }
        var succeeded = Tree.text(object.content(), "status", "lastSuccessfulTime");
        if (succeeded.isEmpty()) {
            return healthy("The Cronjob never completed succesfully. It may not be healthy");
        }
        if (!Tree.list(object.content(), "status", "active").isEmpty()) {
            return healthy("The job is running. Its last execution may not have been successful");
        }
        // RFC 3339 in UTC: the order of the text is that of the time
        return succeeded.compareTo(scheduled) < 0
                ? degraded("CronJob has not completed its last execution successfully")
                : healthy("CronJob has completed its last execution successfully");
    }
}
