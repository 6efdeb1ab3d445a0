package io.dabbawala.gitwatcher.declare;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.declare.application.Application;
import io.dabbawala.gitwatcher.declare.application.Declaration;
import io.dabbawala.gitwatcher.declare.application.Ingredients;
import io.dabbawala.gitwatcher.declare.ledger.Announcement;
import io.dabbawala.gitwatcher.declare.ledger.Ledger;
import io.dabbawala.gitwatcher.render.Manifest;
import io.dabbawala.gitwatcher.render.Rendering;
import io.dabbawala.gitwatcher.render.UnreadableSource;
import io.dabbawala.gitwatcher.source.Renderer;
import io.dabbawala.gitwatcher.source.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the applications among some documents would be, without a service that watches them. */
public record Preview(String file, List<JsonNode> documents, Renderer renderer) {

    public Preview {
        documents = List.copyOf(documents);
    }

    /**
     * The first of them; empty if there is none.
     *
     * @param snapshots a repository at a target revision
     */
    public Optional<Rendering> render(Function<String, Snapshot> snapshots) {
        var ledger = new Ledger();
        for (var document : documents) {
            var manifest = new Manifest(document, file, 0);
            var namespace = Declaration.usualNamespace(manifest.group());
            ledger.keep(new Announcement.Declared(Declaration.of(manifest, namespace, file, "")));
        }
        return ledger.applications().stream()
                .findFirst()
                .map(application -> rendering(application, snapshots));
    }

    private Rendering rendering(Application application, Function<String, Snapshot> snapshots) {
        try {
            return renderer.preview(
                    new Ingredients(application, origin -> snapshots.apply(origin.targetRevision()))
                            .supported());
        } catch (UnreadableSource e) {
            return new Rendering.Failed(e.problem());
        }
    }
}
