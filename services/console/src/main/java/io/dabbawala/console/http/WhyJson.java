package io.dabbawala.console.http;

import io.dabbawala.console.timeline.ApplicationView;
import io.dabbawala.console.why.Explanation;
import io.dabbawala.console.why.Why;
import java.util.List;

/** Why an application is as it is. */
public record WhyJson(
        String application,
        String state,
        String headline,
        List<Why> reasons,
        String next,
        String delivery) {

    static WhyJson of(ApplicationView view) {
        var explanation = Explanation.of(view);
        var desired = view.desired();
        return new WhyJson(
                view.application(),
                explanation.state(),
                explanation.headline(),
                explanation.reasons(),
                explanation.next(),
                desired == null ? "" : desired.header().delivery());
    }
}
