package io.dabbawala.console.kafka;

import io.dabbawala.console.event.Commit;
import io.dabbawala.console.event.Declaration;
import io.dabbawala.console.event.Desired;
import io.dabbawala.console.event.Event;
import io.dabbawala.console.event.Header;
import io.dabbawala.console.event.ObjectRef;
import io.dabbawala.console.event.Problem;
import io.dabbawala.console.event.Push;
import io.dabbawala.events.CommitDetected;
import io.dabbawala.events.Declared;
import io.dabbawala.events.DesiredState;
import io.dabbawala.events.PushHinted;
import io.dabbawala.events.SourceProblem;
import java.util.Locale;
import java.util.Optional;

/** What git-watcher says. */
final class GitMessages {

    static Event push(Header header, PushHinted push) {
        return new Push(
                header,
                push.getRepository(),
                push.getSource().name().toLowerCase(Locale.ROOT),
                push.getSender());
    }

    static Event commit(Header header, CommitDetected commit) {
        return new Commit(
                header,
                commit.getRepository(),
                commit.getRef(),
                Parts.orEmpty(commit.getOldRevision()),
                Parts.orEmpty(commit.getNewRevision()),
                commit.getAuthorName(),
                commit.getMessage(),
                commit.getSignature().name(),
                commit.getForced());
    }

    static Event declaration(Header header, Declared declared) {
        return new Declaration(
                header,
                new ObjectRef(declared.getKind(), declared.getNamespace(), declared.getName()),
                declared.getRevision(),
                declared.getPath());
    }

    static Event desired(Header header, DesiredState state) {
        return new Desired(
                Parts.within(header, state.getDelivery()),
                state.getApplication(),
                state.getRevision(),
                state.getGeneration(),
                state.getDigest(),
                Parts.cause(state.getCause()),
                state.getSyncPolicy().getAutomated(),
                state.getSyncPolicy().getSelfHeal(),
                Optional.ofNullable(state.getProblem()).map(GitMessages::problem).orElse(null));
    }

    private static Problem problem(SourceProblem problem) {
        return new Problem(
                problem.getFile(),
                problem.getLine(),
                problem.getColumn(),
                problem.getReason(),
                problem.getRevision());
    }

    private GitMessages() {}
}
