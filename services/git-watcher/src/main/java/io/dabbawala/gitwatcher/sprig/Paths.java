package io.dabbawala.gitwatcher.sprig;

import static io.dabbawala.gitwatcher.template.function.Function.Kind.MAP;
import static io.dabbawala.gitwatcher.template.function.Function.Kind.STRING;

import io.dabbawala.gitwatcher.template.function.Arguments;
import io.dabbawala.gitwatcher.template.function.Function;
import io.dabbawala.gitwatcher.template.function.TemplateFailed;
import io.dabbawala.gitwatcher.template.value.GoValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Paths with slashes (Go standard library, package path) and addresses. */
public final class Paths {

    static Map<String, Function> all() {
        var all = new HashMap<String, Function>();
        for (var prefix : List.of("", "os")) {
            all.put(name(prefix, "base"), Function.of(a -> base(a.text(0)), STRING));
            all.put(name(prefix, "dir"), Function.of(a -> folder(a.text(0)), STRING));
            all.put(name(prefix, "clean"), Function.of(a -> clean(a.text(0)), STRING));
            all.put(name(prefix, "ext"), Function.of(a -> extension(a.text(0)), STRING));
            all.put(name(prefix, "isAbs"), Function.of(a -> a.text(0).startsWith("/"), STRING));
        }
        all.put("urlParse", Function.of(a -> parsed(a.text(0)), STRING));
        all.put("urlJoin", Function.of(Paths::joined, MAP));
        return all;
    }

    private static String name(String prefix, String name) {
        return prefix.isEmpty()
                ? name
                : prefix + name.substring(0, 1).toUpperCase() + name.substring(1);
    }

    /** The last part; of the empty path a dot. */
    public static String base(String path) {
        var trimmed = path.replaceAll("/+$", "");
        if (trimmed.isEmpty()) {
            return path.isEmpty() ? "." : "/";
        }
        return trimmed.substring(trimmed.lastIndexOf('/') + 1);
    }

    /** Everything but the last part, cleaned; a dot if there is nothing else. */
    public static String folder(String path) {
        return clean(path.substring(0, path.lastIndexOf('/') + 1));
    }

    private static String clean(String path) {
        var isAbsolute = path.startsWith("/");
        var parts = new ArrayList<String>();
        for (var part : path.split("/")) {
            var isUp = part.equals("..");
            if (isUp && !parts.isEmpty() && !parts.getLast().equals("..")) {
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".") && !(isUp && isAbsolute)) {
                parts.add(part);
            }
        }
        var joined = String.join("/", parts);
        return isAbsolute ? "/" + joined : joined.isEmpty() ? "." : joined;
    }

    private static String extension(String path) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        return name.contains(".") ? name.substring(name.lastIndexOf('.')) : "";
    }

    private static Object parsed(String address) throws TemplateFailed {
        try {
            var uri = new URI(address);
            var parts = new HashMap<String, @Nullable Object>();
            parts.put("scheme", text(uri.getScheme()));
            var authority = text(uri.getRawAuthority());
            var at = authority.lastIndexOf('@');
            parts.put("host", authority.substring(at + 1));
            parts.put("hostname", authority.substring(at + 1).replaceFirst(":[0-9]*$", ""));
            parts.put("userinfo", at < 0 ? "" : authority.substring(0, at));
            parts.put("path", text(uri.getPath()));
            parts.put("query", text(uri.getRawQuery()));
            parts.put("opaque", uri.isOpaque() ? text(uri.getRawSchemeSpecificPart()) : "");
            parts.put("fragment", text(uri.getFragment()));
            return parts;
        } catch (URISyntaxException e) {
            throw new TemplateFailed(
                    "unable to parse url: parse \"%s\": %s".formatted(address, e.getReason()));
        }
    }

    private static String text(@Nullable String part) {
        return part == null ? "" : part;
    }

    private static String joined(Arguments arguments) throws TemplateFailed {
        var parts = arguments.map(0);
        var scheme = part(parts, "scheme");
        var host = part(parts, "host");
        var user = part(parts, "userinfo");
        var address = new StringBuilder(scheme.isEmpty() ? "" : scheme + ":");
        if (!part(parts, "opaque").isEmpty()) {
            address.append(part(parts, "opaque"));
        } else {
            address.append(scheme.isEmpty() && host.isEmpty() && user.isEmpty() ? "" : "//");
            address.append(user.isEmpty() ? "" : user + "@").append(host);
            var path = part(parts, "path");
            address.append(!path.isEmpty() && !path.startsWith("/") && !host.isEmpty() ? "/" : "");
            address.append(path);
        }
        address.append(part(parts, "query").isEmpty() ? "" : "?" + part(parts, "query"));
        return address.append(
                        part(parts, "fragment").isEmpty() ? "" : "#" + part(parts, "fragment"))
                .toString();
    }

    private static String part(Map<String, @Nullable Object> parts, String name)
            throws TemplateFailed {
        var value = parts.getOrDefault(name, "");
        if (value instanceof String text) {
            return text;
        }
        throw new TemplateFailed(
                "unable to parse %s key, must be of type string, but %s found"
                        .formatted(name, GoValue.kind(value)));
    }

    private Paths() {}
}
