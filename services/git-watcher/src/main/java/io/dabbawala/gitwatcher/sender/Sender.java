package io.dabbawala.gitwatcher.sender;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A kind of Git host that tells of pushes. */
public interface Sender {

    /** All kinds, each once. */
    List<Sender> ALL =
            List.of(
                    new Github(),
                    new Gitlab(),
                    new Bitbucket(),
                    new BitbucketServer(),
                    new Gitea(),
                    new AzureDevops(),
                    new Standard());

    static Optional<Sender> named(String name) {
        return ALL.stream().filter(sender -> sender.name().equals(name)).findFirst();
    }

    /** What it is called in a path and on a command line. */
    String name();

    /**
     * Whether somebody who knows the secret sent this. Takes the same steps whatever is wrong or
     * missing, so that neither its answer nor its time says what.
     */
    boolean isProvedBy(String secret, Delivery delivery, Instant now);

    /** The kind of event by its header; empty if only the body knows. */
    String event(Headers headers);

    /** How the sender numbers this delivery; empty if it does not. */
    String id(Headers headers, Payload body);

    /**
     * @param event as its header says; empty to find it out from the body
     */
    Answer read(String event, Payload body);
}
