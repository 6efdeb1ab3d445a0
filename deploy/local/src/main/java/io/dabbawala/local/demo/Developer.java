package io.dabbawala.local.demo;

import io.dabbawala.local.step.StepFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/**
 * Somebody who commits and pushes: a bare repository as the Git host, and a clone of it to work in.
 */
public final class Developer implements AutoCloseable {

    public static final String BRANCH = "main";

    private static final List<String> FILES =
            List.of(
                    "delivery/web.yaml",
                    "delivery/checkout.yaml",
                    "delivery/checkout-canary.yaml",
                    "delivery/checkout-slo.yaml",
                    "delivery/data-locality.yaml",
                    "delivery/on-call.yaml",
                    "apps/web/deployment.yaml",
                    "apps/web/service.yaml",
                    "apps/web/config.yaml",
                    "apps/checkout/deployment.yaml");

    private final Path host;
    private final Git clone;
    private final Path workTree;

    private Developer(Path host, Git clone, Path workTree) {
        this.host = host;
        this.clone = clone;
        this.workTree = workTree;
    }

    /** The repository below the directory: what an earlier start left there, else a new one. */
    public static Developer in(Path directory) {
        return StepFailed.expecting(
                "a repository of the shop in " + directory, () -> openIn(directory));
    }

    private static Developer openIn(Path directory) {
        if (!Files.isDirectory(directory.resolve("shop.git"))) {
            return startIn(directory);
        }
        try {
            var workTree = directory.resolve("shop");
            return new Developer(
                    directory.resolve("shop.git"), Git.open(workTree.toFile()), workTree);
        } catch (IOException e) {
            throw new UncheckedIOException("open the repository in " + directory, e);
        }
    }

    /** A new repository below the directory, with a README and nothing to deliver yet. */
    public static Developer startIn(Path directory) {
        var host = directory.resolve("shop.git");
        var workTree = directory.resolve("shop");
        try {
            Git.init()
                    .setBare(true)
                    .setInitialBranch(BRANCH)
                    .setDirectory(host.toFile())
                    .call()
                    .close();
            var clone =
                    Git.cloneRepository()
                            .setURI(host.toUri().toString())
                            .setDirectory(workTree.toFile())
                            .call();
            clone.getRepository().updateRef("HEAD").link("refs/heads/" + BRANCH);
            followHost(clone);
            var developer = new Developer(host, clone, workTree);
            developer.write("README.md", text("README.md"));
            developer.push("docs: say what this repository is for");
            return developer;
        } catch (GitAPIException | IOException e) {
            throw new IllegalStateException(
                    "create the repository " + host + ": " + e.getMessage(), e);
        }
    }

    /** So that a person's {@code git push} needs no more words. */
    private static void followHost(Git clone) throws IOException {
        var config = clone.getRepository().getConfig();
        config.setString("branch", BRANCH, "remote", "origin");
        config.setString("branch", BRANCH, "merge", "refs/heads/" + BRANCH);
        config.save();
    }

    /** The shop's applications and rules; {@code placeholders} fill the ${...} in them. */
    public void writeShop(Map<String, String> placeholders) {
        StepFailed.expecting("the shop's files in " + workTree, () -> writeAll(placeholders));
    }

    private void writeAll(Map<String, String> placeholders) {
        for (var file : FILES) {
            var content = text(file);
            for (var placeholder : placeholders.entrySet()) {
                content =
                        content.replace("${" + placeholder.getKey() + "}", placeholder.getValue());
            }
            write(file, content);
        }
    }

    public void write(String file, String content) {
        try {
            var path = workTree.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, content);
        } catch (IOException e) {
            throw new UncheckedIOException("write " + file, e);
        }
    }

    public void replace(String file, String text, String replacement) {
        try {
            var before = Files.readString(workTree.resolve(file));
            if (!before.contains(text)) {
                throw new IllegalStateException("%s does not say \"%s\"".formatted(file, text));
            }
            write(file, before.replace(text, replacement));
        } catch (IOException e) {
            throw new UncheckedIOException("read " + file, e);
        }
    }

    /** Commits everything, pushes it, and returns the revision. */
    public String push(String message) {
        return StepFailed.expecting(
                "\"%s\" to be pushed to %s".formatted(message, url()), () -> pushed(message));
    }

    private String pushed(String message) {
        try {
            clone.add().addFilepattern(".").call();
            var asha = new PersonIdent("Asha Kale", "asha@shop.example");
            var commit =
                    clone.commit()
                            .setMessage(message)
                            .setAuthor(asha)
                            .setCommitter(asha)
                            .setSign(false)
                            .call();
            clone.push().setRemote("origin").add(BRANCH).call();
            return commit.getName();
        } catch (GitAPIException e) {
            throw new IllegalStateException("push \"" + message + "\": " + e.getMessage(), e);
        }
    }

    /** Where a person edits, commits and pushes. */
    public Path workTree() {
        return workTree;
    }

    public boolean hasDelivered() {
        return Files.exists(workTree.resolve(FILES.getFirst()));
    }

    public String url() {
        return host.toUri().toString();
    }

    @Override
    public void close() {
        clone.close();
    }

    private static String text(String resource) {
        try (var stream = Developer.class.getResourceAsStream("/demo/" + resource)) {
            if (stream == null) {
                throw new IllegalStateException("the demo's file " + resource + " is missing");
            }
            return new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("read " + resource, e);
        }
    }
}
