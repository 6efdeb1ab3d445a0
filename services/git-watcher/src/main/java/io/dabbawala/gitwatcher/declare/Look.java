package io.dabbawala.gitwatcher.declare;

import io.dabbawala.gitwatcher.declare.ledger.Consequence;
import io.dabbawala.gitwatcher.render.Problem;
import io.dabbawala.gitwatcher.watch.CommitSeen;
import java.util.List;

/**
 * What one look at a repository found, in the order to say it: commits first.
 *
 * @param problems files of the delivery folder nobody can read
 */
public record Look(
        List<CommitSeen> commits, List<Consequence> consequences, List<Problem> problems) {

    static final Look NOTHING = new Look(List.of(), List.of(), List.of());

    public Look {
        commits = List.copyOf(commits);
        consequences = List.copyOf(consequences);
        problems = List.copyOf(problems);
    }

    /** The same, of which only these commits are news. */
    Look telling(List<CommitSeen> news) {
        return new Look(news, consequences, problems);
    }
}
