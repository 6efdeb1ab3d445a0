package io.dabbawala.gitwatcher.source;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code [name=]newName[:tag][@digest]}, the form of {@code kustomize edit set image}; a star keeps
 * what the overlay says.
 */
record ImageOverride(String name, String newName, String tag, String digest) {

    private static final String KEPT = "*";

    static Optional<ImageOverride> of(String text) {
        var equals = text.indexOf('=');
        var target = parts(text.substring(equals + 1));
        if (equals >= 0) {
            var name = text.substring(0, equals);
            return name.isEmpty() || target.newName.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new ImageOverride(name, target.newName, target.tag, target.digest));
        }
        return target.newName.isEmpty() || target.tag.isEmpty() && target.digest.isEmpty()
                ? Optional.empty()
                : Optional.of(new ImageOverride(target.newName, "", target.tag, target.digest));
    }

    private static ImageOverride parts(String image) {
        var at = image.indexOf('@');
        var digest = at < 0 ? "" : image.substring(at + 1);
        var rest = at < 0 ? image : image.substring(0, at);
        var colon = rest.indexOf(':', rest.lastIndexOf('/') + 1);
        return colon < 0
                ? new ImageOverride("", rest, "", digest)
                : new ImageOverride(
                        "", rest.substring(0, colon), rest.substring(colon + 1), digest);
    }

    ObjectNode over(@Nullable ObjectNode known) {
        var image = JsonNodeFactory.instance.objectNode().put("name", name);
        put(image, known, "newName", newName);
        put(image, known, "newTag", tag);
        put(image, known, "digest", digest);
        return image;
    }

    private static void put(
            ObjectNode image, @Nullable ObjectNode known, String member, String to) {
        var value = to.equals(KEPT) && known != null ? known.path(member).asText("") : to;
        if (!value.isEmpty()) {
            image.put(member, value);
        }
    }
}
