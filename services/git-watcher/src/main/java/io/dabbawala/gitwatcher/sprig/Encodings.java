package io.dabbawala.gitwatcher.sprig;

import static io.dabbawala.gitwatcher.template.function.Function.Kind.ANY;
import static io.dabbawala.gitwatcher.template.function.Function.Kind.STRING;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.dabbawala.gitwatcher.render.CanonicalJson;
import io.dabbawala.gitwatcher.template.function.Function;
import io.dabbawala.gitwatcher.template.function.TemplateFailed;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.Adler32;
import org.jspecify.annotations.Nullable;

/** Base 64, base 32, JSON and digests. */
final class Encodings {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final String BASE64 =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    static Map<String, Function> all() {
        var all = new HashMap<String, Function>();
        all.put("b64enc", Function.of(a -> base64(a.text(0)), STRING));
        all.put("b64dec", Function.of(a -> fromBase64(a.text(0)), STRING));
        all.put("b32enc", Function.of(a -> base32(a.text(0)), STRING));
        all.put("b32dec", Function.of(a -> fromBase32(a.text(0)), STRING));
        all.put("sha1sum", Function.of(a -> digest("SHA-1", a.text(0)), STRING));
        all.put("sha256sum", Function.of(a -> digest("SHA-256", a.text(0)), STRING));
        all.put("sha512sum", Function.of(a -> digest("SHA-512", a.text(0)), STRING));
        all.put("adler32sum", Function.of(a -> adler(a.text(0)), STRING));
        for (var prefix : new String[] {"", "must"}) {
            json(all, prefix);
        }
        all.put(
                "fromJson",
                Function.of(
                        a -> CanonicalJson.read(a.text(0)).map(Json::value).orElse(null), STRING));
        all.put("mustFromJson", Function.of(a -> fromJson(a.text(0)), STRING));
        return all;
    }

    private static void json(Map<String, Function> all, String prefix) {
        var to = prefix.isEmpty() ? "to" : "mustTo";
        all.put(to + "Json", Function.of(a -> a.made(Json.write(a.any(0), true)), ANY));
        all.put(to + "RawJson", Function.of(a -> a.made(Json.write(a.any(0), false)), ANY));
        all.put(to + "PrettyJson", Function.of(a -> a.made(Json.pretty(a.any(0))), ANY));
    }

    private static @Nullable Object fromJson(String text) throws TemplateFailed {
        return Json.value(
                CanonicalJson.read(text)
                        .orElseThrow(() -> new TemplateFailed("the text is not valid JSON")));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static String fromBase64(String text) {
        var clean = text.replaceAll("[\r\n]", "");
        try {
            return clean.length() % 4 == 0
                    ? new String(Base64.getDecoder().decode(clean), UTF_8)
                    : illegal("base64", clean, BASE64);
        } catch (IllegalArgumentException _) {
            return illegal("base64", clean, BASE64);
        }
    }

    private static String illegal(String what, String text, String alphabet) {
        int at = 0;
        while (at < text.length() && alphabet.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        var place = at == text.length() ? at - at % 4 : at;
        return "illegal %s data at input byte %d".formatted(what, place);
    }

    private static String base32(String text) {
        var encoded = new StringBuilder();
        long bits = 0;
        int count = 0;
        for (var octet : text.getBytes(UTF_8)) {
            bits = bits << 8 | octet & 0xff;
            for (count += 8; count >= 5; count -= 5) {
                encoded.append(BASE32.charAt((int) (bits >> count - 5) & 31));
            }
        }
        if (count > 0) {
            encoded.append(BASE32.charAt((int) (bits << 5 - count) & 31));
        }
        return encoded.append("=".repeat((8 - encoded.length() % 8) % 8)).toString();
    }

    private static String fromBase32(String text) {
        var digits = text.replaceAll("[\r\n]", "");
        var data = digits.replaceFirst("=+$", "");
        var bytes = new byte[data.length() * 5 / 8];
        long bits = 0;
        int count = 0;
        int at = 0;
        for (int i = 0; i < data.length(); i++) {
            var value = BASE32.indexOf(data.charAt(i));
            if (value < 0 || digits.length() % 8 != 0) {
                return illegal("base32", data, BASE32);
            }
            bits = bits << 5 | value;
            count += 5;
            if (count >= 8) {
                bytes[at++] = (byte) (bits >> count - 8);
                count -= 8;
            }
        }
        return new String(bytes, UTF_8);
    }

    private static String digest(String algorithm, String text) {
        try {
            var digest = MessageDigest.getInstance(algorithm).digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }

    private static String adler(String text) {
        var adler = new Adler32();
        adler.update(text.getBytes(UTF_8));
        return Long.toString(adler.getValue());
    }

    private Encodings() {}
}
