package io.dabbawala.compliancegate.approval;

import io.dabbawala.compliancegate.calendar.Glob;
import io.dabbawala.compliancegate.calendar.GoDuration;
import io.dabbawala.compliancegate.calendar.UnreadableWindow;
import io.dabbawala.compliancegate.document.Document;
import io.dabbawala.compliancegate.plan.Cause;
import io.dabbawala.compliancegate.plan.Plan;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A declared Gate: which plans need how many approvals. */
public record ApprovalRule(
        String name,
        List<String> applications,
        int required,
        Set<Cause> causes,
        Duration validity) {

    static final Duration LONGEST = Duration.ofHours(24);

    private static final List<String> USUAL = List.of(Cause.COMMIT.name(), Cause.COMMAND.name());

    /** A validity nobody can read is the longest there is. */
    public static ApprovalRule of(Document gate) {
        var approvals = gate.spec().at("approvals");
        var causes = approvals.optionalTexts("causes").orElse(USUAL);
        return new ApprovalRule(
                gate.name(),
                gate.spec().texts("applications"),
                approvals.whole("required", 1),
                Arrays.stream(Cause.values())
                        .filter(cause -> causes.contains(cause.name()))
                        .filter(cause -> cause != Cause.ROLLBACK)
                        .collect(Collectors.toSet()),
                validity(approvals.text("validity")));
    }

    public boolean concerns(Plan plan) {
        return causes.contains(plan.cause())
                && (applications.isEmpty()
                        || applications.stream()
                                .anyMatch(
                                        glob ->
                                                Glob.matches(glob, plan.application())
                                                        || Glob.matches(glob, plan.name())));
    }

    private static Duration validity(String text) {
        try {
            var read = GoDuration.parse(text);
            return read.isPositive() && read.compareTo(LONGEST) < 0 ? read : LONGEST;
        } catch (UnreadableWindow _) {
            return LONGEST;
        }
    }
}
