package io.dabbawala.rolloutanalyzer.declared;

import io.dabbawala.rolloutanalyzer.slo.Objective;
import java.util.List;

/** The objectives of one SLO, and why it has none. */
public record DeclaredObjectives(List<Objective> objectives, List<String> problems) {

    public DeclaredObjectives {
        objectives = List.copyOf(objectives);
        problems = List.copyOf(problems);
    }

    static DeclaredObjectives none(List<String> problems) {
        return new DeclaredObjectives(List.of(), problems);
    }
}
