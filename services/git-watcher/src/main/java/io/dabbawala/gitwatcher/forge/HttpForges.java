package io.dabbawala.gitwatcher.forge;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.generate.forge.ForgeRepository;
import io.dabbawala.gitwatcher.generate.forge.Forges;
import io.dabbawala.gitwatcher.generate.forge.PullRequest;
import io.dabbawala.gitwatcher.generate.parameter.CannotGenerate;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The configured forges, and no other. */
public final class HttpForges implements Forges {

    private record Place(Dialect dialect, String api) {

        static Place of(Dialect dialect, String api) {
            return new Place(dialect, dialect.root(Forge.withoutSlash(api)));
        }
    }

    private final Map<Place, ForgeClient> clients = new HashMap<>();

    public HttpForges(List<Forge> forges, Clock clock) {
        var http =
                HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(Duration.ofSeconds(5))
                        .build();
        for (var forge : forges) {
            var dialect =
                    Optional.ofNullable(Dialect.BY_KIND.get(forge.kind()))
                            .orElseThrow(
                                    () ->
                                            new IllegalArgumentException(
                                                    "git-watcher.forges: %s is none of %s"
                                                            .formatted(
                                                                    forge.kind(),
                                                                    new TreeSet<>(
                                                                            Dialect.BY_KIND
                                                                                    .keySet()))));
            var place = Place.of(dialect, forge.api());
            var there = new Forge(forge.kind(), place.api(), forge.tokenFile());
            clients.put(place, new ForgeClient(there, dialect, http, clock));
        }
    }

    @Override
    public List<PullRequest> pullRequests(String provider, JsonNode configuration)
            throws CannotGenerate {
        return dialect(provider).pullRequests(client(provider, configuration), configuration);
    }

    @Override
    public List<ForgeRepository> repositories(String provider, JsonNode configuration)
            throws CannotGenerate {
        var paths = new TreeSet<String>();
        for (var filter : configuration.path("filters")) {
            filter.path("pathsExist").forEach(path -> paths.add(path.asText()));
            filter.path("pathsDoNotExist").forEach(path -> paths.add(path.asText()));
        }
        var asked = configuration.path(provider);
        var protocol = configuration.path("cloneProtocol").asText("");
        return dialect(provider)
                .repositories(client(provider, asked), new Wanted(asked, protocol, paths));
    }

    /** Opens a pull request, unless there is one. Why not; empty if there is one now. */
    public Optional<String> propose(Forge forge, String repository, Proposal proposal) {
        try {
            var dialect = dialect(forge.kind());
            var client = Optional.ofNullable(clients.get(Place.of(dialect, forge.api())));
            dialect.propose(client.orElseThrow(), repository, proposal);
            return Optional.empty();
        } catch (CannotGenerate e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    private static Dialect dialect(String provider) throws CannotGenerate {
        return Optional.ofNullable(Dialect.BY_KIND.get(provider))
                .orElseThrow(() -> new CannotGenerate(provider + " is not asked for anything"));
    }

    /** What a generator says only names a forge that is configured. */
    private ForgeClient client(String provider, JsonNode configuration) throws CannotGenerate {
        var named = configuration.path("api").asText("");
        var api = named.isEmpty() ? dialect(provider).usualApi() : Optional.of(named);
        if (api.isEmpty()) {
            throw new CannotGenerate("the generator names no api of %s".formatted(provider));
        }
        return Optional.ofNullable(clients.get(Place.of(dialect(provider), api.get())))
                .orElseThrow(
                        () ->
                                new CannotGenerate(
                                        "%s at %s is no configured forge: name it with git-watcher.forges"
                                                .formatted(provider, api.get())));
    }
}
