package io.dabbawala.gitwatcher.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.gitwatcher.render.ManifestFile;
import io.dabbawala.gitwatcher.render.Problem;
import io.dabbawala.gitwatcher.render.TreeEntry;
import io.dabbawala.gitwatcher.render.UnreadableSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The folders an overlay is made of: its own, and every base and component it names, however deep.
 * Whatever would have to be fetched is a problem before any program runs.
 */
final class Overlay {

    static final List<String> FILES =
            List.of("kustomization.yaml", "kustomization.yml", "Kustomization");

    private final Snapshot snapshot;
    private final Map<String, String> ids = new TreeMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private Optional<Problem> problem = Optional.empty();

    private Overlay(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /**
     * @param more folders the application adds
     * @param isGenerated whether the first folder needs no kustomization file of its own
     */
    static Overlay of(Snapshot snapshot, String folder, List<String> more, boolean isGenerated) {
        var overlay = new Overlay(snapshot);
        overlay.open.add(folder);
        overlay.open.addAll(more);
        while (!overlay.open.isEmpty()) {
            var next = overlay.open.remove();
            if (!overlay.ids.containsKey(next)) {
                overlay.visit(next, isGenerated && next.equals(folder));
            }
        }
        return overlay;
    }

    static Optional<TreeEntry> fileIn(Snapshot snapshot, String folder) {
        return FILES.stream()
                .map(name -> snapshot.entry(FilePath.in(folder, name)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    static ObjectNode read(Snapshot snapshot, TreeEntry file) throws UnreadableSource {
        var documents = ManifestFile.documents(snapshot.tree(), file);
        if (documents.size() == 1 && documents.getFirst().value() instanceof ObjectNode one) {
            return one;
        }
        throw new UnreadableSource(Problem.of(file.path(), "a kustomization is one object"));
    }

    /** The ids of everything that was looked at; what is not there has an empty one. */
    Map<String, String> ids() {
        return Map.copyOf(ids);
    }

    /** The files of all folders. */
    Checkout checkout() throws UnreadableSource {
        if (problem.isPresent()) {
            throw new UnreadableSource(problem.get());
        }
        var checkout = new Checkout();
        for (var folder : ids.keySet()) {
            if (snapshot.folderId(folder).isPresent()) {
                checkout.add(snapshot, folder);
            }
        }
        return checkout;
    }

    private void visit(String folder, boolean isGenerated) {
        ids.put(folder, snapshot.idOf(folder));
        if (ids.size() > snapshot.limits().folders()) {
            refuse(snapshot.limits().tooManyFolders(folder));
            open.clear();
            return;
        }
        var file = fileIn(snapshot, folder);
        if (file.isEmpty()) {
            if (!isGenerated) {
                refuse(Problem.of(folder, "there is no kustomization.yaml in this folder"));
            }
            return;
        }
        try {
            var named = new OverlayReferences(snapshot, folder, file.get());
            named.check(read(snapshot, file.get()));
            open.addAll(named.folders());
            named.absent().forEach(path -> ids.putIfAbsent(path, ""));
            named.problem().ifPresent(this::refuse);
        } catch (UnreadableSource e) {
            refuse(e.problem());
        }
    }

    private void refuse(Problem found) {
        problem = problem.or(() -> Optional.of(found));
    }
}
