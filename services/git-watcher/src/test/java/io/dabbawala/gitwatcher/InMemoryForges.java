package io.dabbawala.gitwatcher;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.generate.forge.ForgeRepository;
import io.dabbawala.gitwatcher.generate.forge.Forges;
import io.dabbawala.gitwatcher.generate.forge.PullRequest;
import io.dabbawala.gitwatcher.generate.parameter.CannotGenerate;
import java.util.ArrayList;
import java.util.List;

/** One forge in memory, that can be away. */
public final class InMemoryForges implements Forges {

    private final List<PullRequest> pulls = new ArrayList<>();
    private boolean isAway;
    private int questions;

    public InMemoryForges open(long number, String branch) {
        pulls.add(new PullRequest(number, "t", branch, "main", "a1b2c3d4e5", "asha", List.of()));
        return this;
    }

    public InMemoryForges close(long number) {
        pulls.removeIf(pull -> pull.number() == number);
        return this;
    }

    public InMemoryForges away(boolean away) {
        isAway = away;
        return this;
    }

    /** How often it was asked. */
    public int questions() {
        return questions;
    }

    @Override
    public List<PullRequest> pullRequests(String provider, JsonNode configuration)
            throws CannotGenerate {
        questions++;
        if (isAway) {
            throw new CannotGenerate("the forge is away");
        }
        return List.copyOf(pulls);
    }

    @Override
    public List<ForgeRepository> repositories(String provider, JsonNode configuration)
            throws CannotGenerate {
        throw new CannotGenerate("there are no repositories");
    }
}
