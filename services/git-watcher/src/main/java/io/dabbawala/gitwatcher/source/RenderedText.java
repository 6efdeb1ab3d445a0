package io.dabbawala.gitwatcher.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dabbawala.gitwatcher.render.Limits;
import io.dabbawala.gitwatcher.render.Manifest;
import io.dabbawala.gitwatcher.render.ManifestFile;
import io.dabbawala.gitwatcher.render.Problem;
import io.dabbawala.gitwatcher.render.UnreadableSource;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The manifests a program wrote. Helm says before each of them which template it is of. */
record RenderedText(String folder, boolean withoutTests, Limits limits) {

    private static final Pattern SOURCE = Pattern.compile("# Source: [^/\\n]+/(\\S+)");

    /** Where Helm's own child puts CRDs. */
    private static final String CRDS = "templates/__crds__/";

    List<Manifest> read(String yaml) throws UnreadableSource {
        var templates = templates(yaml);
        try {
            return ManifestFile.read(folder, yaml.getBytes(UTF_8), limits).stream()
                    .filter(manifest -> !withoutTests || !isTest(manifest))
                    .map(manifest -> of(manifest, templates))
                    .toList();
        } catch (UnreadableSource e) {
            var found = e.problem();
            var template = templates.floorEntry(found.line() + 1);
            throw template == null
                    ? new UnreadableSource(
                            Problem.of(folder, "the result is unreadable: " + found.reason()))
                    : new UnreadableSource(
                            new Problem(
                                    template.getValue(),
                                    0,
                                    0,
                                    "rendered line %d: %s"
                                            .formatted(
                                                    found.line() - template.getKey(),
                                                    found.reason())));
        }
    }

    private static Manifest of(Manifest manifest, TreeMap<Integer, String> templates) {
        var template = templates.floorEntry(manifest.line());
        return template == null ? manifest : new Manifest(manifest.value(), template.getValue(), 0);
    }

    private TreeMap<Integer, String> templates(String yaml) {
        var templates = new TreeMap<Integer, String>();
        var line = 0;
        for (var text : (Iterable<String>) yaml.lines()::iterator) {
            line++;
            var match = SOURCE.matcher(text);
            if (match.matches()) {
                templates.put(line, FilePath.in(folder, match.group(1).replace(CRDS, "crds/")));
            }
        }
        return templates;
    }

    private static boolean isTest(Manifest manifest) {
        var hooks = manifest.value().path("metadata").path("annotations").path("helm.sh/hook");
        return Arrays.stream(hooks.asText("").split(","))
                .map(String::strip)
                .anyMatch(hook -> hook.equals("test") || hook.equals("test-success"));
    }
}
