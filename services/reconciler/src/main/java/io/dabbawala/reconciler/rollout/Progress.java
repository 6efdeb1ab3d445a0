package io.dabbawala.reconciler.rollout;

/**
 * What a rollout looks like now.
 *
 * @param rollout {@code namespace/name} of the target
 * @param subject the release under trial; without one, what is desired
 * @param canaryWeight in percent, as it is written in the cluster
 * @param message empty, or why it does not go on, beginning with a code
 * @param versions of the objects that were looked at: the same facts seen again later are others
 */
public record Progress(
        String rollout,
        String application,
        Release subject,
        Release promoted,
        Phase phase,
        int canaryWeight,
        Readiness readiness,
        String message,
        String versions) {

    /** Whether it tells nothing that the other does not. */
    public boolean tellsTheSameAs(Progress other) {
        return rollout.equals(other.rollout)
                && application.equals(other.application)
                && isSame(subject, other.subject)
                && isSame(promoted, other.promoted)
                && phase == other.phase
                && canaryWeight == other.canaryWeight
                && readiness.equals(other.readiness)
                && message.equals(other.message);
    }

    /** Names these facts among all that were told of this delivery. */
    public String step() {
        return String.join(
                "|",
                phase.name(),
                Integer.toString(canaryWeight),
                subject.template(),
                readiness.toString(),
                message,
                versions);
    }

    private static boolean isSame(Release one, Release other) {
        return one.delivery().equals(other.delivery())
                && one.revision().equals(other.revision())
                && one.digest().equals(other.digest())
                && one.template().equals(other.template());
    }
}
