package io.dabbawala.notifier.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.Map;

/** What is sent, and where to. */
record Post(URI uri, Map<String, String> headers, byte[] body) {

    static Post of(URI uri, String contentType, String body) {
        return new Post(uri, Map.of("Content-Type", contentType), body.getBytes(UTF_8));
    }

    String host() {
        return uri.getHost();
    }

    boolean isEncrypted() {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    int port() {
        return uri.getPort() >= 0 ? uri.getPort() : isEncrypted() ? 443 : 80;
    }

    String pathAndQuery() {
        var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }
}
