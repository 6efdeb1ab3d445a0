package io.dabbawala.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilter;

/**
 * What a branch holds: its commits since the story began, newest first, and of each application
 * what its folder {@code apps/NAME} declares.
 */
record GitHead(String ref, List<String> commits, Map<String, List<Thing>> applications) {

    GitHead {
        commits = List.copyOf(commits);
        applications = Map.copyOf(applications);
    }

    /** Read from the repository itself, where nobody has rendered anything. */
    static GitHead of(Path repository, String branch, String since, String namespace) {
        var ref = "refs/heads/" + branch;
        try (var git = Git.open(repository.toFile());
                var walk = new RevWalk(git.getRepository())) {
            var head = walk.parseCommit(git.getRepository().resolve(ref));
            var applications = applications(git.getRepository(), head, namespace);
            walk.markStart(head);
            walk.markUninteresting(walk.parseCommit(ObjectId.fromString(since)));
            var commits = new ArrayList<String>();
            walk.forEach(commit -> commits.add(commit.name()));
            return new GitHead(ref, commits, applications);
        } catch (IOException e) {
            throw new UncheckedIOException("read " + repository, e);
        }
    }

    private static Map<String, List<Thing>> applications(
            Repository repository, RevCommit head, String namespace) throws IOException {
        var applications = new TreeMap<String, List<Thing>>();
        try (var files = new TreeWalk(repository)) {
            files.addTree(head.getTree());
            files.setRecursive(true);
            files.setFilter(PathFilter.create("apps"));
            while (files.next()) {
                var text = repository.open(files.getObjectId(0)).getBytes();
                var name = files.getPathString().split("/")[1];
                var things = applications.computeIfAbsent("argocd/" + name, _ -> new ArrayList<>());
                for (var document : new String(text, UTF_8).split("\n---\n")) {
                    things.add(Thing.of(tree(document), namespace));
                }
            }
        }
        return applications;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> tree(String document) {
        return Serialization.unmarshal(document, Map.class);
    }
}
