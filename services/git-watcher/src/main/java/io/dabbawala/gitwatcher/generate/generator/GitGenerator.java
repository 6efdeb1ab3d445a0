package io.dabbawala.gitwatcher.generate.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.generate.generator.Outlook.Checkout;
import io.dabbawala.gitwatcher.generate.parameter.CannotGenerate;
import io.dabbawala.gitwatcher.generate.parameter.Flat;
import io.dabbawala.gitwatcher.generate.parameter.ParameterFile;
import io.dabbawala.gitwatcher.generate.parameter.Parameters;
import io.dabbawala.gitwatcher.generate.parameter.PathParameters;
import io.dabbawala.gitwatcher.generate.parameter.Templating;
import io.dabbawala.gitwatcher.generate.parameter.Values;
import io.dabbawala.gitwatcher.render.TreeEntry;
import io.dabbawala.gitwatcher.sprig.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One set for each folder that is selected, or for each object of each file that is. */
record GitGenerator(Templating templating, Outlook outlook) implements Generator {

    private static final int ENTRIES = 50_000;
    private static final int FILE_BYTES = 4 << 20;

    @Override
    public List<Parameters> parameters(JsonNode configuration, Parameters outer)
            throws CannotGenerate {
        var isOfFolders = !configuration.path("directories").isEmpty();
        if (!isOfFolders && configuration.path("files").isEmpty()) {
            throw new CannotGenerate("ApplicationSet is empty");
        }
        var repository = configuration.path("repoURL").asText("");
        try {
            var checkout = outlook.checkout(repository, configuration.path("revision").asText(""));
            var entries = entries(checkout, repository);
            return isOfFolders
                    ? ofFolders(configuration, entries, outer)
                    : ofFiles(configuration, checkout, entries, outer);
        } catch (CannotGenerate e) {
            throw e.within("error generating params from git");
        }
    }

    private static List<TreeEntry> entries(Checkout checkout, String repository)
            throws CannotGenerate {
        var entries = checkout.tree().list(checkout.revision(), "", ENTRIES + 1);
        if (entries.size() > ENTRIES) {
            throw new CannotGenerate("%s has more than %d files".formatted(repository, ENTRIES));
        }
        return entries;
    }

    private List<Parameters> ofFolders(
            JsonNode configuration, List<TreeEntry> entries, Parameters outer)
            throws CannotGenerate {
        var values = new Values(configuration, templating, outer);
        var sets = new ArrayList<Parameters>();
        var selection = Selection.of(configuration.path("directories"), PathGlob::ofFolders);
        for (var folder : Folders.of(entries)) {
            if (selection.selects(folder)) {
                var parameters = Parameters.empty();
                var path = new PathParameters(configuration.path("pathParamPrefix").asText(""));
                path.folder(parameters, folder, templating.isGo());
                sets.add(appended(values, parameters));
            }
        }
        return sets;
    }

    private static Parameters appended(Values values, Parameters parameters) throws CannotGenerate {
        try {
            return values.with(parameters);
        } catch (CannotGenerate e) {
            throw e.within("error generating params from apps");
        }
    }

    private List<Parameters> ofFiles(
            JsonNode configuration, Checkout checkout, List<TreeEntry> entries, Parameters outer)
            throws CannotGenerate {
        var selection = Selection.of(configuration.path("files"), PathGlob::ofFiles);
        var files = new TreeMap<String, TreeEntry>();
        entries.stream()
                .filter(entry -> entry.kind() == TreeEntry.Kind.FILE)
                .filter(entry -> selection.selects(entry.path()))
                .forEach(entry -> files.put(entry.path(), entry));
        var values = new Values(configuration, templating, outer);
        var sets = new ArrayList<Parameters>();
        for (var file : files.values()) {
            try {
                for (var object : objects(checkout, file)) {
                    sets.add(values.with(ofObject(object, file, configuration)));
                }
            } catch (CannotGenerate e) {
                throw e.within("unable to process file '%s'".formatted(file.path()));
            }
        }
        return sets;
    }

    private static List<JsonNode> objects(Checkout checkout, TreeEntry file) throws CannotGenerate {
        var bytes = checkout.tree().read(file, FILE_BYTES);
        if (bytes.length >= FILE_BYTES) {
            throw new CannotGenerate("a file of %d bytes or more".formatted(FILE_BYTES));
        }
        return ParameterFile.objects(new String(bytes, UTF_8), "unable to parse file: ");
    }

    @SuppressWarnings("unchecked")
    private Parameters ofObject(JsonNode object, TreeEntry file, JsonNode configuration) {
        var value = Json.value(object);
        var members =
                value == null ? Map.<String, Object>of() : (Map<String, @Nullable Object>) value;
        var parameters = Parameters.empty();
        parameters.values().putAll(templating.isGo() ? members : Flat.of(members));
        new PathParameters(configuration.path("pathParamPrefix").asText(""))
                .file(parameters, file.path(), templating.isGo());
        return parameters;
    }
}
