package io.dabbawala.compliancegate.kafka;

import io.dabbawala.compliancegate.plan.Plan;
import io.dabbawala.compliancegate.verdict.Docket;
import io.dabbawala.platform.Envelope;
import org.jspecify.annotations.Nullable;

/** A docket as the store keeps it, with the envelope of the request it is to answer. */
record Kept(@Nullable Envelope envelope, Docket docket) {

    static final Kept NOTHING = new Kept(null, Docket.EMPTY);

    Kept with(Docket next) {
        return new Kept(envelope, next);
    }

    Kept asked(Plan plan, Envelope by) {
        return new Kept(by, docket.asked(plan));
    }
}
