package io.dabbawala.reconciler.retry;

import io.dabbawala.reconciler.application.RetryPolicy;
import io.dabbawala.reconciler.application.SpecField;
import java.util.Map;

/**
 * The sync of an Application that failed. An operation of its own says itself how it is tried
 * again; else the application's policy does.
 *
 * @param retries how often it was tried again already, as the status says
 */
public record FailedOperation(RetrySchedule schedule, long retries) {

    /**
     * @param tree an Application
     * @throws IllegalArgumentException if a field has a wrong type or a duration cannot be read; it
     *     is named
     */
    public static FailedOperation of(Map<String, Object> tree) {
        var application = new SpecField("application", tree);
        var policy = application.at("spec").at("syncPolicy");
        var operation = application.at("operation");
        var own = operation.at("retry");
        var automated = policy.at("automated");
        var isAutomated =
                operation.isAbsent() && !automated.isAbsent() && automated.at("enabled").flag(true);
        return new FailedOperation(
                RetrySchedule.of(
                        RetryPolicy.of(own.isAbsent() ? policy.at("retry") : own), isAutomated),
                application.at("status").at("operationState").at("retryCount").number().orElse(0));
    }
}
