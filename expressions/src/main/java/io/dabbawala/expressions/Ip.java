package io.dabbawala.expressions;

import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import io.dabbawala.expressions.Functions.Kind;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code ip} of Kubernetes. No zone, no leading zeros, no IPv4 dressed as IPv6. */
record Ip(byte[] bytes) {

    static final Kind<Ip> KIND = new Kind<>(OpaqueType.create("net.IP"), Ip.class);

    private static final String PART = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern V4 =
            Pattern.compile("%s\\.%s\\.%s\\.%s".formatted(PART, PART, PART, PART));
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]{2,45}");

    static void addTo(Functions functions) {
        functions
                .global("isIP", Functions.TEXT, SimpleType.BOOL, text -> parse(text).isPresent())
                .global("ip", Functions.TEXT, KIND.type(), Ip::of)
                .global(
                        "ip.isCanonical",
                        Functions.TEXT,
                        SimpleType.BOOL,
                        text -> of(text).toString().equals(text))
                .global("string", KIND, SimpleType.STRING, Ip::toString)
                .member("family", KIND, SimpleType.INT, it -> it.bytes.length == 4 ? 4L : 6L)
                .member(
                        "isUnspecified",
                        KIND,
                        SimpleType.BOOL,
                        it -> it.address().isAnyLocalAddress())
                .member("isLoopback", KIND, SimpleType.BOOL, it -> it.address().isLoopbackAddress())
                .member(
                        "isLinkLocalMulticast",
                        KIND,
                        SimpleType.BOOL,
                        it -> it.address().isMCLinkLocal())
                .member(
                        "isLinkLocalUnicast",
                        KIND,
                        SimpleType.BOOL,
                        it -> it.address().isLinkLocalAddress())
                .member("isGlobalUnicast", KIND, SimpleType.BOOL, Ip::isGlobalUnicast);
    }

    static Ip of(String text) {
        return parse(text)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "\"%s\" is no IP address".formatted(text)));
    }

    static Optional<Ip> parse(String text) {
        var v4 = V4.matcher(text);
        if (v4.matches()) {
            var bytes = new byte[4];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) Integer.parseInt(v4.group(i + 1));
            }
            return Optional.of(new Ip(bytes));
        }
        if (!text.contains(":") || !V6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            var address = Inet6Address.ofLiteral(text);
            return address instanceof Inet6Address
                    ? Optional.of(new Ip(address.getAddress()))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private boolean isGlobalUnicast() {
        var address = address();
        var isBroadcast = bytes.length == 4 && Arrays.equals(bytes, new byte[] {-1, -1, -1, -1});
        return !isBroadcast
                && !address.isAnyLocalAddress()
                && !address.isLoopbackAddress()
                && !address.isMulticastAddress()
                && !address.isLinkLocalAddress();
    }

    private InetAddress address() {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (java.net.UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ip ip && Arrays.equals(bytes, ip.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** As RFC 5952 wants it: the longest run of zeros is left out. */
    @Override
    public String toString() {
        if (bytes.length == 4) {
            return address().getHostAddress();
        }
        var groups = new int[8];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = (bytes[2 * i] & 0xFF) << 8 | bytes[2 * i + 1] & 0xFF;
        }
        var start = -1;
        var length = 1;
        for (int i = 0; i < groups.length; i++) {
            var end = i;
            while (end < groups.length && groups[end] == 0) {
                end++;
            }
            if (end - i > length) {
                start = i;
                length = end - i;
            }
        }
        var text = new StringBuilder();
        for (int i = 0; i < groups.length; i++) {
            if (i == start) {
                text.append("::");
                i += length - 1;
            } else {
                text.append(text.isEmpty() || text.toString().endsWith(":") ? "" : ":");
                text.append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }
}
