package io.dabbawala.gitwatcher.generate.generator;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.generate.forge.Forges;
import io.dabbawala.gitwatcher.generate.parameter.CannotGenerate;
import io.dabbawala.gitwatcher.render.SourceTree;
import java.util.List;

/** What generators see of the world. */
public interface Outlook extends Forges {

    /** A repository at a commit. */
    record Checkout(SourceTree tree, String revision) {}

    /** The cluster Secrets, the local cluster's too if it has one. */
    List<JsonNode> clusters();

    /** The repository at a branch, tag or commit; fails with the reason if there is none. */
    Checkout checkout(String repository, String revision) throws CannotGenerate;
}
