package io.dabbawala.reconciler.cluster;

import io.dabbawala.reconciler.application.Destination;
import java.util.Optional;
import java.util.Set;

/**
 * The clusters that applications go to. One group of instances delivers to each; the group of the
 * local cluster answers for destinations that are nobody's.
 *
 * @param own what events call the cluster of this group
 * @param addresses by which a destination means it
 * @param others names and addresses of the clusters of other groups
 */
public record Clusters(String own, Set<String> addresses, Set<String> others) {

    /** The cluster that Argo CD, or Flux, runs in. */
    public static final String LOCAL = "https://kubernetes.default.svc";

    private static final String LOCAL_NAME = "in-cluster";

    /** Whose an application is. */
    public enum Place {
        HERE,
        ELSEWHERE,
        NOWHERE
    }

    public Clusters {
        addresses = Set.copyOf(addresses);
        others = Set.copyOf(others);
    }

    /** The only one there is. */
    public static Clusters only(String own) {
        return new Clusters(own, Set.of(LOCAL), Set.of());
    }

    public Place placeOf(Destination destination) {
        var name = destination.name();
        var server = server(destination);
        if (!name.isEmpty() && !server.isEmpty()) {
            return nobodys();
        }
        if (name.isEmpty() ? isOurAddress(server) : isOurName(name)) {
            return Place.HERE;
        }
        return others.contains(name.isEmpty() ? server : name) ? Place.ELSEWHERE : nobodys();
    }

    /** What is wrong with a destination that is nobody's; empty for all others. */
    public Optional<String> problemOf(Destination destination) {
        if (placeOf(destination) != Place.NOWHERE) {
            return Optional.empty();
        }
        return Optional.of(
                destination.name().isEmpty() || destination.server().isEmpty()
                        ? "no group of reconcilers delivers to cluster " + destination.cluster()
                        : "it has a name and a server, %s and %s: one of them says where"
                                .formatted(destination.name(), destination.server()));
    }

    private Place nobodys() {
        return isLocal() ? Place.NOWHERE : Place.ELSEWHERE;
    }

    private boolean isLocal() {
        return addresses.contains(LOCAL);
    }

    private boolean isOurName(String name) {
        return name.equals(own) || name.equals(LOCAL_NAME) && isLocal();
    }

    private boolean isOurAddress(String server) {
        return server.isEmpty() ? isLocal() : addresses.contains(server) || server.equals(own);
    }

    private static String server(Destination destination) {
        return destination.server().replaceFirst("/+$", "");
    }
}
