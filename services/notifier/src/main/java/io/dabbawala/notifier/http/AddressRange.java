package io.dabbawala.notifier.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Addresses that share their first bits, as {@code 10.0.0.0/8}. */
public record AddressRange(InetAddress first, int bits) {

    private static final Pattern NOTATION =
            Pattern.compile("([0-9.]+|[0-9a-fA-F.]*:[0-9a-fA-F:.]*)/([0-9]{1,3})");

    /** Reads the usual notation; the address must be written in numbers. */
    public static AddressRange of(String text) {
        var parts = NOTATION.matcher(text);
        try {
            if (parts.matches()) {
                var first = InetAddress.getByName(parts.group(1));
                var bits = Integer.parseInt(parts.group(2));
                if (bits <= first.getAddress().length * Byte.SIZE) {
                    return new AddressRange(first, bits);
                }
            }
        } catch (UnknownHostException _) {
            // numbers, but no address
        }
        throw new IllegalArgumentException(text + " is no range like 10.0.0.0/8");
    }

    boolean contains(InetAddress address) {
        var one = first.getAddress();
        var other = address.getAddress();
        var bytes = bits / Byte.SIZE;
        var rest = bits % Byte.SIZE;
        return one.length == other.length
                && Arrays.equals(one, 0, bytes, other, 0, bytes)
                && (rest == 0 || ((one[bytes] ^ other[bytes]) & 0xff) >>> (Byte.SIZE - rest) == 0);
    }
}
