package io.dabbawala.notifier.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Decides whether an address may be connected to. Resolves its name once. */
public final class EgressGuard {

    /** Names to addresses. */
    @FunctionalInterface
    public interface Resolver {

        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /**
     * @param http whether plain http is allowed beside https
     * @param ranges that are allowed although they are not public
     */
    public record Exceptions(boolean http, List<AddressRange> ranges) {

        public Exceptions {
            ranges = List.copyOf(ranges);
        }
    }

    public static final List<AddressRange> LOOPBACK = ranges("127.0.0.0/8", "::1/128");

    /**
     * Not public: this host, private, shared, link-local, benchmarks, multicast, reserved; and the
     * ranges of IPv6 that carry an IPv4 address inside.
     */
    private static final List<AddressRange> NOT_PUBLIC =
            ranges(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "::/96",
                    "64:ff9b::/96",
                    "64:ff9b:1::/48",
                    "2001::/32",
                    "2002::/16",
                    "fc00::/7",
                    "fe80::/10",
                    "fec0::/10",
                    "ff00::/8");

    private final Exceptions exceptions;
    private final Resolver resolver;

    public EgressGuard(Exceptions exceptions, Resolver resolver) {
        this.exceptions = exceptions;
        this.resolver = resolver;
    }

    Passage check(URI uri) {
        var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(scheme.equals("http") && exceptions.http())) {
            return closed("only https is allowed, not " + scheme);
        }
        if (uri.getHost() == null || uri.getRawUserInfo() != null) {
            return closed("it has no host, or a user before it");
        }
        try {
            return check(uri.getHost(), resolver.resolve(uri.getHost()));
        } catch (UnknownHostException _) {
            return new Passage.Unknown("UNREACHABLE: nobody knows the host " + uri.getHost());
        }
    }

    /** All of them must be allowed: which one is used must not decide. */
    private Passage check(String host, InetAddress[] addresses) {
        return Stream.of(addresses)
                .filter(address -> !isAllowed(address))
                .findFirst()
                .<Passage>map(
                        address ->
                                closed(
                                        "%s is %s, which is not public"
                                                .formatted(host, address.getHostAddress())))
                .orElseGet(() -> new Passage.Open(addresses[0]));
    }

    private boolean isAllowed(InetAddress address) {
        return NOT_PUBLIC.stream().noneMatch(range -> range.contains(address))
                || exceptions.ranges().stream().anyMatch(range -> range.contains(address));
    }

    private static Passage closed(String reason) {
        return new Passage.Closed("EGRESS_FORBIDDEN: " + reason);
    }

    private static List<AddressRange> ranges(String... texts) {
        return Arrays.stream(texts).map(AddressRange::of).toList();
    }
}
