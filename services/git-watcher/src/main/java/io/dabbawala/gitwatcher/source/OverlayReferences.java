package io.dabbawala.gitwatcher.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.render.LfsPointer;
import io.dabbawala.gitwatcher.render.Problem;
import io.dabbawala.gitwatcher.render.TreeEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What one kustomization names: folders to go on with, and whatever is not to be had. */
final class OverlayReferences {

    private static final List<String> FOLDERS_OR_FILES =
            List.of("resources", "bases", "components", "generators", "transformers", "validators");
    private static final List<String> PATCHES =
            List.of("patches", "patchesJson6902", "replacements");
    private static final List<String> GENERATORS = List.of("configMapGenerator", "secretGenerator");
    private static final List<String> CHARTS =
            List.of("helmCharts", "helmChartInflationGenerator", "helmGlobals");
    private static final Pattern REMOTE =
            Pattern.compile(
                    "(?s)[\\w+.-]+://.*|git::.*|[\\w.-]+@[\\w.-]+:.*|(?:github|gitlab|bitbucket)\\."
                            + "(?:com|org)[/:].*|[^?]*[?](?:ref|version|timeout|submodules)=.*");

    private final Snapshot snapshot;
    private final String folder;
    private final TreeEntry file;
    private final List<String> folders = new ArrayList<>();
    private final List<String> absent = new ArrayList<>();
    private Optional<Problem> problem = Optional.empty();

    OverlayReferences(Snapshot snapshot, String folder, TreeEntry file) {
        this.snapshot = snapshot;
        this.folder = folder;
        this.file = file;
    }

    void check(JsonNode kustomization) {
        for (var member : CHARTS) {
            if (kustomization.has(member)) {
                refuse(member, member + " are not inflated: name the chart as a source of its own");
            }
        }
        for (var member : FOLDERS_OR_FILES) {
            kustomization.path(member).forEach(one -> follow(one.asText()));
        }
        files(kustomization).forEach(this::refuseRemote);
        files(kustomization).forEach(this::refusePointer);
    }

    List<String> folders() {
        return folders;
    }

    List<String> absent() {
        return absent;
    }

    Optional<Problem> problem() {
        return problem;
    }

    private void follow(String named) {
        if (named.contains("\n")) {
            return; // a transformer written on the spot
        }
        var path = FilePath.resolve(folder, named);
        if (path.isPresent() && snapshot.folderId(path.get()).isPresent()) {
            folders.add(path.get());
        } else if (path.isEmpty() || snapshot.entry(path.get()).isEmpty()) {
            path.ifPresent(absent::add);
            refuse(
                    named,
                    isRemote(named)
                            ? "remote base %s is not fetched: copy it into the repository"
                                    .formatted(named)
                            : path.isEmpty()
                                    ? "%s leaves the repository".formatted(named)
                                    : "there is no file or folder %s".formatted(named));
        }
    }

    private void refuseRemote(String named) {
        if (isRemote(named)) {
            refuse(
                    named,
                    "remote file %s is not fetched: copy it into the repository".formatted(named));
        }
    }

    /** Its content would be delivered in the place of what it points to. */
    private void refusePointer(String named) {
        FilePath.resolve(folder, named)
                .flatMap(snapshot::entry)
                .filter(entry -> entry.kind() == TreeEntry.Kind.FILE)
                .filter(entry -> LfsPointer.is(snapshot.tree(), entry))
                .ifPresent(
                        _ ->
                                refuse(
                                        named,
                                        named
                                                + " is a Git LFS pointer: its content is not in Git"));
    }

    private static boolean isRemote(String named) {
        return REMOTE.matcher(named).matches();
    }

    private static Stream<String> files(JsonNode kustomization) {
        var patches =
                PATCHES.stream()
                        .flatMap(member -> kustomization.path(member).valueStream())
                        .map(patch -> patch.path("path").asText(""));
        var generated =
                GENERATORS.stream()
                        .flatMap(member -> kustomization.path(member).valueStream())
                        .flatMap(OverlayReferences::sources)
                        .map(text -> text.substring(text.indexOf('=') + 1));
        var others =
                Stream.of("crds", "configurations")
                        .flatMap(member -> kustomization.path(member).valueStream())
                        .map(JsonNode::asText);
        var schema = Stream.of(kustomization.path("openapi").path("path").asText(""));
        return Stream.of(patches, generated, others, schema).flatMap(s -> s);
    }

    private static Stream<String> sources(JsonNode generator) {
        return Stream.concat(
                        Stream.of("files", "envs")
                                .flatMap(member -> generator.path(member).valueStream()),
                        Stream.of(generator.path("env")))
                .map(one -> one.asText(""));
    }

    private void refuse(String named, String reason) {
        problem = problem.or(() -> Optional.of(new Problem(file.path(), line(named), 0, reason)));
    }

    /** Where the file names it first; 0 if that cannot be told. */
    private int line(String named) {
        var text = new String(snapshot.tree().read(file, 1 << 20), UTF_8);
        var at = text.indexOf(named);
        return at < 0 ? 0 : 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }
}
