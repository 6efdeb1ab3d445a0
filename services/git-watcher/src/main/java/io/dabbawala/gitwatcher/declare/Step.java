package io.dabbawala.gitwatcher.declare;

import io.dabbawala.gitwatcher.render.Problem;
import io.dabbawala.gitwatcher.render.Rendering;
import io.dabbawala.gitwatcher.render.SourceTree;

/** An application at a revision of its source. */
record Step(Application application, String repository, SourceTree tree, String revision) {

    Target target() {
        return application.target();
    }

    Step at(String otherRevision) {
        return new Step(application, repository, tree, otherRevision);
    }

    Rendering render() {
        var origin = application.origin();
        if (!application.unsupported().isEmpty()) {
            return failed(application.file(), application.unsupported());
        }
        if (!tree.has(revision)) {
            return failed("", "commit %s is not in the repository".formatted(revision));
        }
        if (tree.treeId(revision, origin.path()).isEmpty()) {
            return failed(origin.path(), "there is no such folder");
        }
        return Rendering.of(tree, revision, origin.path(), origin.directory());
    }

    private static Rendering failed(String file, String reason) {
        return new Rendering.Failed(Problem.of(file, reason));
    }
}
