package io.dabbawala.expressions;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import io.dabbawala.expressions.Functions.Kind;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** {@code url} of Kubernetes: an absolute address, or an absolute path. */
record Url(URI uri) {

    static final Kind<Url> KIND = new Kind<>(OpaqueType.create("kubernetes.URL"), Url.class);

    static void addTo(Functions functions) {
        functions
                .global("isURL", Functions.TEXT, SimpleType.BOOL, text -> parse(text).isPresent())
                .global("url", Functions.TEXT, KIND.type(), Url::of)
                .member("getScheme", KIND, SimpleType.STRING, it -> text(it.uri.getScheme()))
                .member("getHost", KIND, SimpleType.STRING, Url::host)
                .member("getHostname", KIND, SimpleType.STRING, Url::hostname)
                .member("getPort", KIND, SimpleType.STRING, Url::port)
                .member("getEscapedPath", KIND, SimpleType.STRING, it -> text(it.uri.getRawPath()))
                .member(
                        "getQuery",
                        KIND,
                        MapType.create(SimpleType.STRING, ListType.create(SimpleType.STRING)),
                        Url::query);
    }

    private static Url of(String text) {
        return parse(text)
                .orElseThrow(
                        () -> new IllegalArgumentException("\"%s\" is no URL".formatted(text)));
    }

    private static Optional<Url> parse(String text) {
        try {
            var uri = new URI(text);
            return uri.isAbsolute() || text.startsWith("/")
                    ? Optional.of(new Url(uri))
                    : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    private String host() {
        return port().isEmpty() ? text(uri.getHost()) : uri.getHost() + ":" + port();
    }

    private String hostname() {
        return text(uri.getHost()).replaceAll("[\\[\\]]", "");
    }

    private String port() {
        return uri.getPort() < 0 ? "" : Integer.toString(uri.getPort());
    }

    private Map<String, List<String>> query() {
        var query = new LinkedHashMap<String, List<String>>();
        for (var part : text(uri.getRawQuery()).split("&")) {
            if (!part.isEmpty()) {
                var halves = part.split("=", 2);
                query.computeIfAbsent(decoded(halves[0]), _ -> new ArrayList<>())
                        .add(halves.length == 2 ? decoded(halves[1]) : "");
            }
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, UTF_8);
    }

    private static String text(@org.jspecify.annotations.Nullable String part) {
        return Objects.requireNonNullElse(part, "");
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
