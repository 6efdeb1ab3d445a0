package io.dabbawala.gitwatcher.source;

import io.dabbawala.gitwatcher.render.Problem;

/** The programs that make manifests of charts and overlays. */
@FunctionalInterface
public interface Programs {

    /** What a program answered. */
    sealed interface Output {

        /** Documents of YAML. */
        record Manifests(String yaml) implements Output {}

        /**
         * @param problem its file is one of the job's, or empty
         */
        record Refused(Problem problem) implements Output {}
    }

    Output run(Job job);
}
