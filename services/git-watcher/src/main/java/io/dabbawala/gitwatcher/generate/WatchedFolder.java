package io.dabbawala.gitwatcher.generate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A folder that decides what an ApplicationSet generates.
 *
 * @param repository empty if only the parameters of another generator tell which
 * @param revision a branch, tag or commit; a template where another generator tells which
 * @param folder below which everything a pattern can match lies; the root empty
 */
public record WatchedFolder(String repository, String revision, String folder) {

    private static final Pattern PATTERN = Pattern.compile("[*?\\[{\\\\]");

    /** All folders the git generators of a set look at, however deep they stand. */
    public static List<WatchedFolder> of(ApplicationSet set) {
        var folders = new ArrayList<WatchedFolder>();
        set.generators().forEach(entry -> add(folders, entry));
        return folders;
    }

    /** Whether what is generated depends on the clusters there are. */
    public static boolean looksAtClusters(ApplicationSet set) {
        return set.generators().stream().anyMatch(WatchedFolder::hasClusters);
    }

    private static boolean hasClusters(JsonNode entry) {
        return entry.has("clusters") || !entry.findParents("clusters").isEmpty();
    }

    private static void add(List<WatchedFolder> folders, JsonNode entry) {
        var git = entry.path("git");
        for (var kind : List.of("directories", "files")) {
            for (var item : git.path(kind)) {
                folders.add(
                        new WatchedFolder(
                                plain(git.path("repoURL").asText("")),
                                git.path("revision").asText(""),
                                folder(item.path("path").asText(""))));
            }
        }
        for (var nest : List.of("matrix", "merge")) {
            entry.path(nest).path("generators").forEach(child -> add(folders, child));
        }
    }

    private static String plain(String text) {
        return text.contains("{{") ? "" : text;
    }

    private static String folder(String path) {
        var pattern = PATTERN.matcher(path);
        var fixed = pattern.find() ? path.substring(0, pattern.start()) : path;
        var slash = fixed.lastIndexOf('/');
        return slash < 0 ? "" : fixed.substring(0, slash);
    }

    public boolean isOfAnyRepository() {
        return repository.isEmpty();
    }

    public boolean isAtAnyRevision() {
        return revision.contains("{{");
    }
}
