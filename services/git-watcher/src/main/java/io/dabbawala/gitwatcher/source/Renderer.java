package io.dabbawala.gitwatcher.source;

import io.dabbawala.gitwatcher.render.Limits;
import io.dabbawala.gitwatcher.render.Manifest;
import io.dabbawala.gitwatcher.render.Problem;
import io.dabbawala.gitwatcher.render.Rendering;
import io.dabbawala.gitwatcher.render.UnreadableSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes the manifests of an application's sources. */
public final class Renderer {

    private final Programs programs;
    private final Limits limits;
    private final CheckoutLimits ofCheckouts;
    private final Detection detection = new Detection();
    private final Overrides overrides = new Overrides();
    private final KnownFolders knownFolders = new KnownFolders();

    public Renderer(Programs programs) {
        this(programs, Limits.USUAL, CheckoutLimits.USUAL);
    }

    public Renderer(Programs programs, Limits limits, CheckoutLimits ofCheckouts) {
        this.programs = programs;
        this.limits = limits;
        this.ofCheckouts = ofCheckouts;
    }

    public Limits limits() {
        return limits;
    }

    /** What a cluster is to get. */
    public Rendering render(List<Ingredient> ingredients) {
        try {
            var manifests = manifests(ingredients);
            for (var manifest : manifests) {
                manifest.checkName();
            }
            return rendering(ingredients, manifests);
        } catch (UnreadableSource e) {
            return new Rendering.Failed(e.problem());
        }
    }

    /** The same for somebody who only looks: objects need no name. */
    public Rendering preview(List<Ingredient> ingredients) {
        try {
            return rendering(ingredients, manifests(ingredients));
        } catch (UnreadableSource e) {
            return new Rendering.Failed(e.problem());
        }
    }

    private Rendering rendering(List<Ingredient> ingredients, List<Manifest> manifests)
            throws UnreadableSource {
        var first = ingredients.getFirst();
        return Rendering.of(first.path(), manifests, first.release().namespace(), limits);
    }

    private List<Manifest> manifests(List<Ingredient> ingredients) throws UnreadableSource {
        var manifests = new ArrayList<Manifest>();
        for (var ingredient : ingredients) {
            manifests.addAll(manifests(ingredient.within(ofCheckouts)));
        }
        return manifests;
    }

    public KnownFolders knownFolders() {
        return knownFolders;
    }

    /** Whether a rendering reads nothing but what is below the path. */
    public boolean isOfOneFolder(Snapshot snapshot, String path, Tool tool) {
        return switch (tool) {
            case Tool.Detected _ -> isOfOneFolder(snapshot, path, detection.of(snapshot, path));
            case Tool.Plain _, Tool.Unsupported _ -> true;
            case Helm helm -> helm.valueFiles().isEmpty() && helm.fileParameters().isEmpty();
            case Kustomize _, FluxBuild _ -> false;
            case Overridable source ->
                    isOfOneFolder(snapshot, path, overrides.readable(snapshot, path, source));
        };
    }

    private Ingredient detected(Ingredient ingredient) {
        return ingredient.with(detection.of(ingredient.snapshot(), ingredient.path()));
    }

    /** The ids of all that a rendering reads, by what it is. */
    public Map<String, String> inputs(Ingredient ingredient) {
        return read(ingredient.within(ofCheckouts));
    }

    private Map<String, String> read(Ingredient ingredient) {
        return switch (ingredient.tool()) {
            case Tool.Detected _ -> read(detected(ingredient));
            case Tool.Plain _, Tool.Unsupported _ ->
                    Map.of(ingredient.path(), ingredient.snapshot().idOf(ingredient.path()));
            case Overridable source ->
                    read(
                            ingredient.with(
                                    overrides.readable(
                                            ingredient.snapshot(), ingredient.path(), source)));
            case Helm helm -> new Chart(ingredient, helm).ids();
            case Kustomize kustomize -> new OverlayJob(ingredient, kustomize).ids();
            case FluxBuild flux -> new FluxJob(ingredient, flux).ids();
        };
    }

    private List<Manifest> manifests(Ingredient ingredient) throws UnreadableSource {
        var snapshot = ingredient.snapshot();
        if (!snapshot.tree().has(snapshot.revision())) {
            throw refused("", "commit %s is not in the repository".formatted(snapshot.revision()));
        }
        if (snapshot.folderId(ingredient.path()).isEmpty()) {
            throw refused(ingredient.path(), "there is no such folder");
        }
        return switch (ingredient.tool()) {
            case Tool.Detected _ -> manifests(detected(ingredient));
            case Overridable source ->
                    manifests(ingredient.with(overrides.of(snapshot, ingredient.path(), source)));
            case Tool.Plain(var directory) ->
                    directory.manifests(
                            snapshot.tree(), snapshot.revision(), ingredient.path(), limits);
            case Tool.Unsupported(var reason) -> throw refused(ingredient.path(), reason);
            case Helm helm -> templates(ingredient, helm);
            case Kustomize kustomize ->
                    new RenderedText(ingredient.path(), false, limits)
                            .read(run(new OverlayJob(ingredient, kustomize).job(), ingredient));
            case FluxBuild flux -> {
                var job = new FluxJob(ingredient, flux).job();
                var yaml = job.isPresent() ? run(job.get(), ingredient) : "";
                yield new FluxManifests(flux)
                        .of(new RenderedText(ingredient.path(), false, limits).read(yaml));
            }
        };
    }

    private List<Manifest> templates(Ingredient ingredient, Helm helm) throws UnreadableSource {
        if (ingredient.snapshot().entry(FilePath.in(ingredient.path(), Chart.FILE)).isEmpty()) {
            throw refused(ingredient.path(), "there is no Chart.yaml in this folder");
        }
        var yaml = run(new Chart(ingredient, helm).job(), ingredient);
        return new RenderedText(ingredient.path(), helm.skipTests(), limits).read(yaml);
    }

    private String run(Job job, Ingredient ingredient) throws UnreadableSource {
        return switch (programs.run(job)) {
            case Programs.Output.Manifests(var yaml) -> {
                ReadPointers.refuse(job, yaml);
                yield yaml;
            }
            case Programs.Output.Refused(var problem) ->
                    throw new UnreadableSource(
                            problem.file().isEmpty()
                                    ? Problem.of(ingredient.path(), problem.reason())
                                    : problem);
        };
    }

    private static UnreadableSource refused(String file, String reason) {
        return new UnreadableSource(Problem.of(file, reason));
    }
}
