package io.dabbawala.reconciler.ignore;

import io.dabbawala.reconciler.application.SpecField;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.object.ObjectRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The kinds an Argo CD looks at: {@code resource.inclusions}, all if there are none, without {@code
 * resource.exclusions} (util/settings/resources_filter.go). An object of another kind is neither
 * applied nor compared, and nobody's.
 */
public final class WatchedKinds {

    /** Every kind. */
    public static final WatchedKinds ALL = new WatchedKinds(List.of(), List.of(), Set.of());

    /** What is written all the time, and by no one's hand. */
    private static final List<Entry> NEVER =
            List.of(
                    Entry.of(List.of("events.k8s.io", "metrics.k8s.io"), List.of()),
                    Entry.of(List.of(""), List.of("Event")),
                    Entry.of(List.of("coordination.k8s.io"), List.of("Lease")));

    /** As in an Argo CD that nobody configured. */
    public static final WatchedKinds UNSAID = new WatchedKinds(NEVER, List.of(), Set.of());

    /**
     * Each list means anything if it is empty.
     *
     * @param kinds as they are written, or {@code *}
     */
    private record Entry(List<Glob> groups, List<String> kinds, List<Glob> clusters) {

        static Entry of(List<String> groups, List<String> kinds) {
            return new Entry(groups.stream().map(Glob::of).toList(), kinds, List.of());
        }

        static Entry of(SpecField entry) {
            var said = of(entry.at("apiGroups").texts(), entry.at("kinds").texts());
            var clusters = entry.at("clusters").texts().stream().map(Glob::of).toList();
            return new Entry(said.groups(), said.kinds(), clusters);
        }

        boolean means(ObjectRef ref, Set<String> addresses) {
            return isOneOf(kinds, ref.kind())
                    && (groups.isEmpty() || groups.stream().anyMatch(g -> g.matches(ref.group())))
                    && (clusters.isEmpty() || addresses.stream().anyMatch(this::isOfCluster));
        }

        private boolean isOfCluster(String address) {
            return clusters.stream().anyMatch(one -> one.matches(address));
        }

        private static boolean isOneOf(List<String> kinds, String kind) {
            return kinds.isEmpty() || kinds.contains("*") || kinds.contains(kind);
        }
    }

    private final List<Entry> exclusions;
    private final List<Entry> inclusions;
    private final Set<String> addresses;

    private WatchedKinds(List<Entry> exclusions, List<Entry> inclusions, Set<String> addresses) {
        this.exclusions = exclusions;
        this.inclusions = inclusions;
        this.addresses = Set.copyOf(addresses);
    }

    /**
     * @throws IllegalArgumentException if one cannot be read; it is named
     */
    public static WatchedKinds of(SpecField exclusions, SpecField inclusions) {
        var excluded = exclusions.list().stream().map(Entry::of);
        return exclusions.isAbsent() && inclusions.isAbsent()
                ? UNSAID
                : new WatchedKinds(
                        Stream.concat(NEVER.stream(), excluded).toList(),
                        inclusions.list().stream().map(Entry::of).toList(),
                        Set.of());
    }

    /**
     * Those of one cluster.
     *
     * @param cluster how a destination may write its address
     */
    public WatchedKinds of(Set<String> cluster) {
        return new WatchedKinds(exclusions, inclusions, cluster);
    }

    public boolean has(ObjectRef ref) {
        return exclusions.stream().noneMatch(one -> one.means(ref, addresses))
                && (inclusions.isEmpty()
                        || inclusions.stream().anyMatch(one -> one.means(ref, addresses)));
    }

    /** Those of them that are of such a kind. */
    public List<Manifest> among(List<Manifest> manifests) {
        return exclusions.isEmpty() && inclusions.isEmpty()
                ? manifests
                : manifests.stream().filter(one -> has(one.ref())).toList();
    }

    /** What is said of a declared object of another kind, in the words of Argo CD's condition. */
    public Optional<String> warning(ObjectRef ref) {
        return has(ref)
                ? Optional.empty()
                : Optional.of(
                        "Resource %s/%s %s is excluded in the settings"
                                .formatted(ref.group(), ref.kind(), ref.name()));
    }
}
