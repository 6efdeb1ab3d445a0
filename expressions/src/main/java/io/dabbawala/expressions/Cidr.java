package io.dabbawala.expressions;

import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import io.dabbawala.expressions.Functions.Kind;
import java.util.Optional;

/** {@code cidr} of Kubernetes: an address and how many of its bits name the network. */
record Cidr(Ip ip, int prefix) {

    static final Kind<Cidr> KIND = new Kind<>(OpaqueType.create("net.CIDR"), Cidr.class);

    static void addTo(Functions functions) {
        functions
                .global("isCIDR", Functions.TEXT, SimpleType.BOOL, text -> parse(text).isPresent())
                .global("cidr", Functions.TEXT, KIND.type(), Cidr::of)
                .global("string", KIND, SimpleType.STRING, Cidr::toString)
                .member("containsIP", KIND, Ip.KIND, SimpleType.BOOL, Cidr::contains)
                .member(
                        "containsIP",
                        KIND,
                        Functions.TEXT,
                        SimpleType.BOOL,
                        (it, text) -> it.contains(Ip.of(text)))
                .member("containsCIDR", KIND, KIND, SimpleType.BOOL, Cidr::contains)
                .member(
                        "containsCIDR",
                        KIND,
                        Functions.TEXT,
                        SimpleType.BOOL,
                        (it, text) -> it.contains(of(text)))
                .member("ip", KIND, Ip.KIND.type(), Cidr::ip)
                .member("masked", KIND, KIND.type(), Cidr::masked)
                .member("prefixLength", KIND, SimpleType.INT, it -> (long) it.prefix);
    }

    private static Cidr of(String text) {
        return parse(text)
                .orElseThrow(
                        () -> new IllegalArgumentException("\"%s\" is no CIDR".formatted(text)));
    }

    private static Optional<Cidr> parse(String text) {
        var halves = text.split("/", -1);
        if (halves.length != 2 || !halves[1].matches("0|[1-9]\\d{0,2}")) {
            return Optional.empty();
        }
        var prefix = Integer.parseInt(halves[1]);
        return Ip.parse(halves[0])
                .filter(ip -> prefix <= ip.bytes().length * Byte.SIZE)
                .map(ip -> new Cidr(ip, prefix));
    }

    private boolean contains(Ip other) {
        return other.bytes().length == ip.bytes().length
                && new Cidr(other, prefix).masked().equals(masked());
    }

    private boolean contains(Cidr other) {
        return other.prefix >= prefix && contains(other.ip);
    }

    private Cidr masked() {
        var bytes = ip.bytes().clone();
        for (int bit = prefix; bit < bytes.length * Byte.SIZE; bit++) {
            bytes[bit / Byte.SIZE] &= (byte) ~(0x80 >> bit % Byte.SIZE);
        }
        return new Cidr(new Ip(bytes), prefix);
    }

    @Override
    public String toString() {
        return ip + "/" + prefix;
    }
}
