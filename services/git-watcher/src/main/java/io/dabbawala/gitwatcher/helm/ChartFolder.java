package io.dabbawala.gitwatcher.helm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A chart in the child's own folder. Its CRDs are made templates that say nothing but themselves,
 * and so are those of its dependencies: then Helm decides whether a dependency is on.
 */
record ChartFolder(Path path) {

    private static final String AS_TEMPLATES = "templates/__crds__";

    void tellCrds() {
        for (var crd : crds()) {
            tell(crd);
        }
        for (var dependency : folders()) {
            new ChartFolder(dependency).tellCrds();
        }
    }

    private void tell(Path crd) {
        try {
            var template = path.resolve(AS_TEMPLATES).resolve(path.resolve("crds").relativize(crd));
            Files.createDirectories(template.getParent());
            Files.writeString(template, Files.readString(crd, UTF_8).replace("{{", "{{ \"{{\" }}"));
        } catch (IOException e) {
            throw new UncheckedIOException("take " + crd, e);
        }
    }

    private List<Path> crds() {
        var root = path.resolve("crds");
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (var found = Files.walk(root)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("list " + root, e);
        }
    }

    private List<Path> folders() {
        var root = path.resolve("charts");
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (var found = Files.list(root)) {
            return found.filter(folder -> Files.exists(folder.resolve("Chart.yaml"))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("list " + root, e);
        }
    }
}
