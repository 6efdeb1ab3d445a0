package io.dabbawala.gitwatcher.render;

import io.dabbawala.gitwatcher.render.TreeEntry.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which files of a folder are manifests, as {@code spec.source.directory} says it: YAML and JSON,
 * below the folder only with {@code recurse}, {@code exclude} before {@code include}.
 */
public record Directory(boolean recurse, String include, String exclude) {

    private static final Pattern MANIFEST = Pattern.compile(".*\\.(yaml|yml|json|jsonnet)");

    private static final Set<String> OTHER_TOOLS =
            Set.of("Chart.yaml", "kustomization.yaml", "kustomization.yml", "Kustomization");

    public static final Directory EVERYTHING = new Directory(true, "", "");

    /** The manifests of all its files. */
    public List<Manifest> manifests(SourceTree tree, String revision, String path, Limits limits)
            throws UnreadableSource {
        var manifests = new ArrayList<Manifest>();
        for (var file : select(tree, revision, path, limits)) {
            refuseOtherTools(file);
            manifests.addAll(ManifestFile.among(tree, file, limits));
        }
        return manifests;
    }

    /** The files in the order of their paths. What is neither file nor folder is refused. */
    List<TreeEntry> select(SourceTree tree, String revision, String path, Limits limits)
            throws UnreadableSource {
        var files = choose(tree, revision, path, limits);
        for (var file : files) {
            admitted(file);
        }
        return files;
    }

    /** Everything that is meant, whatever it is, in the order of paths. */
    public List<TreeEntry> choose(SourceTree tree, String revision, String path, Limits limits)
            throws UnreadableSource {
        var root = normalised(path);
        var entries = tree.list(revision, root, limits.files() + 1);
        if (entries.size() > limits.files()) {
            throw new UnreadableSource(
                    Problem.of(
                            path,
                            "more than %d files".formatted(limits.files())
                                    + limits.raisedBy("files")));
        }
        var selected = new ArrayList<TreeEntry>();
        for (var entry : entries) {
            if (selects(below(root, entry.path()), entry.kind())) {
                selected.add(entry);
            }
        }
        return selected;
    }

    /** The path as Git names it: no leading {@code ./}, no slash at the end, the root empty. */
    public static String normalised(String path) throws UnreadableSource {
        var segments = new ArrayList<String>();
        for (var segment : path.split("/")) {
            if (segment.equals("..")) {
                throw new UnreadableSource(
                        Problem.of(path, "a path must not leave its repository"));
            }
            if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(segment);
            }
        }
        return String.join("/", segments);
    }

    private boolean selects(String relative, Kind kind) throws UnreadableSource {
        if (!recurse && relative.contains("/")) {
            return false;
        }
        if (kind == Kind.SUBMODULE) {
            return recurse && !isExcluded(relative);
        }
        return MANIFEST.matcher(relative).matches()
                && !isExcluded(relative)
                && (include.isEmpty() || Glob.of(include).matches(relative));
    }

    private boolean isExcluded(String relative) throws UnreadableSource {
        return !exclude.isEmpty() && Glob.of(exclude).matches(relative);
    }

    /** The entry, if it is a file that is read here. */
    public static TreeEntry admitted(TreeEntry entry) throws UnreadableSource {
        var reason =
                switch (entry.kind()) {
                    case FILE -> entry.path().endsWith(".jsonnet") ? "Jsonnet is not rendered" : "";
                    case SYMLINK -> "a symlink is not followed";
                    case SUBMODULE -> "a submodule is not followed";
                };
        if (!reason.isEmpty()) {
            throw new UnreadableSource(Problem.of(entry.path(), reason));
        }
        return entry;
    }

    private static void refuseOtherTools(TreeEntry file) throws UnreadableSource {
        var name = file.path().substring(file.path().lastIndexOf('/') + 1);
        if (OTHER_TOOLS.contains(name)) {
            throw new UnreadableSource(
                    Problem.of(
                            file.path(),
                            "a chart or an overlay among plain manifests: make its folder the path"
                                    + " of a source, or exclude it"));
        }
    }

    private static String below(String root, String path) {
        return root.isEmpty() ? path : path.substring(root.length() + 1);
    }
}
