package io.dabbawala.gitwatcher.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.gitwatcher.render.Problem;
import io.dabbawala.gitwatcher.render.UnreadableSource;

/**
 * Puts parameters of a file over those of a source, as Argo CD does: it makes a JSON merge patch of
 * the file and decodes the result over the source once more. So null leaves a parameter as it is,
 * except in values, where it takes one away; a list replaces the list, but what an element of it
 * does not say stays as it was in the element at that place; names are found in any case (Argo CD
 * Image Updater writes {@code forcestring}); and what no source has is passed over.
 */
record ParameterMerge(String file) {

    /** The source with the parameters of the file. */
    ObjectNode over(ObjectNode source, ObjectNode written) throws UnreadableSource {
        return members(SourceForm.WHOLE, source, written, "");
    }

    private JsonNode merged(ParameterForm form, JsonNode declared, JsonNode written, String at)
            throws UnreadableSource {
        if (written.isNull() && !declared.isMissingNode()) {
            return declared;
        }
        if (!form.takes(written)) {
            throw new UnreadableSource(
                    Problem.of(file, "%s must be %s".formatted(at, form.called())));
        }
        return switch (form) {
            case ParameterForm.Scalar _ -> written;
            case ParameterForm.Values _ -> patched(declared, written);
            case ParameterForm.Items(var item) -> items(item, declared, written, at);
            case ParameterForm.Pairs pairs -> members(pairs, declared, written, at);
            case ParameterForm.Members known -> members(known, declared, written, at);
        };
    }

    private JsonNode items(ParameterForm item, JsonNode declared, JsonNode written, String at)
            throws UnreadableSource {
        var items = JsonNodeFactory.instance.arrayNode();
        for (var one : written) {
            var place = items.size();
            items.add(merged(item, declared.path(place), one, "%s[%d]".formatted(at, place)));
        }
        return items;
    }

    private ObjectNode members(
            ParameterForm.Named form, JsonNode declared, JsonNode written, String at)
            throws UnreadableSource {
        var members = objectOf(declared);
        for (var one : written.properties()) {
            var found = form.find(one.getKey());
            if (found.isPresent() && !one.getValue().isNull()) {
                var name = found.get().name();
                var inside = at.isEmpty() ? name : at + "." + name;
                members.set(
                        name,
                        merged(found.get().form(), members.path(name), one.getValue(), inside));
            }
        }
        return members;
    }

    /** RFC 7396. */
    private static JsonNode patched(JsonNode declared, JsonNode written) {
        if (!written.isObject()) {
            return written;
        }
        var members = objectOf(declared);
        for (var one : written.properties()) {
            if (one.getValue().isNull()) {
                members.remove(one.getKey());
            } else {
                members.set(one.getKey(), patched(members.path(one.getKey()), one.getValue()));
            }
        }
        return members;
    }

    private static ObjectNode objectOf(JsonNode declared) {
        return declared instanceof ObjectNode object
                ? object.deepCopy()
                : JsonNodeFactory.instance.objectNode();
    }
}
