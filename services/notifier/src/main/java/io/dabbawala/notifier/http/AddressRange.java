package io.dabbawala.notifier.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Addresses that share their first bits, as {@code 10.0.0.0/8}. */
public record AddressRange(InetAddress first, int bits) {

    /** Reads the usual notation; the address must be written in numbers. */
    public static AddressRange of(String text) {
        var slash = text.indexOf('/');
        if (slash < 0
                || !text.substring(0, slash).matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            throw new IllegalArgumentException(text + " is no range like 10.0.0.0/8");
        }
        try {
            return new AddressRange(
                    InetAddress.getByName(text.substring(0, slash)),
                    Integer.parseInt(text.substring(slash + 1)));
        } catch (UnknownHostException | NumberFormatException e) {
            throw new IllegalArgumentException(text + " is no range like 10.0.0.0/8", e);
        }
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
