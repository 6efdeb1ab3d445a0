package io.dabbawala.gitwatcher.generate.parameter;

import io.dabbawala.gitwatcher.sprig.Paths;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What a template may say about the place in Git a set came from.
 *
 * @param prefix what stands before {@code path}; empty for nothing
 */
public record PathParameters(String prefix) {

    public void folder(Parameters parameters, String folder, boolean isGo) {
        if (isGo) {
            nested(parameters, place(folder));
        } else {
            flat(parameters, folder);
        }
    }

    public void file(Parameters parameters, String file, boolean isGo) {
        var folder = Paths.folder(file);
        var name = Paths.base(file);
        if (isGo) {
            var place = place(folder);
            place.put("filename", name);
            place.put("filenameNormalized", Slug.normalized(name));
            nested(parameters, place);
        } else {
            flat(parameters, folder);
            parameters.put(named() + ".filename", name);
            parameters.put(named() + ".filenameNormalized", Slug.normalized(name));
        }
    }

    private static LinkedHashMap<String, Object> place(String folder) {
        var place = new LinkedHashMap<String, Object>();
        place.put("path", folder);
        place.put("basename", Paths.base(folder));
        place.put("basenameNormalized", Slug.normalized(Paths.base(folder)));
        place.put("segments", List.of(folder.split("/")));
        return place;
    }

    private void nested(Parameters parameters, LinkedHashMap<String, Object> place) {
        if (prefix.isEmpty()) {
            parameters.put("path", place);
        } else {
            var outer = new LinkedHashMap<String, Object>();
            outer.put("path", place);
            parameters.put(prefix, outer);
        }
    }

    private void flat(Parameters parameters, String folder) {
        parameters.put(named(), folder);
        parameters.put(named() + ".basename", Paths.base(folder));
        parameters.put(named() + ".basenameNormalized", Slug.normalized(Paths.base(folder)));
        var segments = folder.split("/");
        for (int i = 0; i < segments.length; i++) {
            if (!segments[i].isEmpty()) {
                parameters.put("%s[%d]".formatted(named(), i), segments[i]);
            }
        }
    }

    private String named() {
        return prefix.isEmpty() ? "path" : prefix + ".path";
    }
}
