package io.dabbawala.gitwatcher.declare.ledger;

import io.dabbawala.gitwatcher.declare.application.Application;
import io.dabbawala.gitwatcher.declare.application.Declaration;
import io.dabbawala.gitwatcher.declare.application.DesiredState;
import io.dabbawala.gitwatcher.declare.application.FluxKustomization;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What was said so far and still holds: the last record of each key. */
public final class Ledger {

    private final Map<String, Declaration> declarations = new TreeMap<>();
    private final Map<String, Application> applications = new TreeMap<>();
    private final Set<String> kustomizations = new TreeSet<>();
    private final Set<String> applicationSets = new TreeSet<>();
    private final Set<String> askers = new TreeSet<>();
    private final Map<String, String> owners = new TreeMap<>();
    private final Map<String, DesiredState> states = new HashMap<>();
    private final Set<String> contradicted = new TreeSet<>();

    public Ledger() {}

    public Ledger(Ledger other) {
        declarations.putAll(other.declarations);
        applications.putAll(other.applications);
        kustomizations.addAll(other.kustomizations);
        applicationSets.addAll(other.applicationSets);
        askers.addAll(other.askers);
        owners.putAll(other.owners);
        states.putAll(other.states);
        contradicted.addAll(other.contradicted);
    }

    public void keep(Announcement announcement) {
        switch (announcement) {
            case Announcement.Declared(var declaration) -> declare(declaration);
            case Announcement.Withdrawn(var key, _) -> withdraw(key);
            case Announcement.Desired(var state) -> desire(state);
        }
    }

    /**
     * The newest generation stands, whatever is said after it: who stood still for a while speaks
     * of the past before he knows that another went on.
     */
    private void desire(DesiredState state) {
        var known = states.get(state.application());
        if (known == null || state.succeeds(known)) {
            states.put(state.application(), state);
            contradicted.remove(state.application());
        } else {
            contradicted.add(state.application());
        }
    }

    /** Whether the last word about an application is not the newest: it is to be said again. */
    public boolean isContradicted(String application) {
        return contradicted.contains(application);
    }

    /** Whether that is so for any application that is delivered from the repository. */
    public boolean isContradictedIn(String repository) {
        return contradicted.stream()
                .filter(key -> states.get(key).repository().equals(repository))
                .anyMatch(key -> application(key).isPresent());
    }

    private void declare(Declaration declaration) {
        declarations.put(declaration.key(), declaration);
        askers.remove(declaration.key());
        if (declaration.forgeInterval().isPresent()) {
            askers.add(declaration.key());
        }
        if (declaration.kind().equals("ApplicationSet")) {
            applicationSets.add(declaration.key());
        }
        if (FluxKustomization.isDeclaredBy(declaration)) {
            kustomizations.add(declaration.key());
        }
        if (Application.isDeclaredBy(declaration)) {
            applications.put(declaration.key(), Application.of(declaration));
            owners.remove(declaration.key());
            declaration.owner().ifPresent(owner -> owners.put(declaration.key(), owner));
        }
    }

    private void withdraw(String key) {
        declarations.remove(key);
        applications.remove(key);
        kustomizations.remove(key);
        applicationSets.remove(key);
        askers.remove(key);
        owners.remove(key);
    }

    /** Nothing is desired under the key any more. */
    public void forget(String application) {
        states.remove(application);
        contradicted.remove(application);
    }

    public Optional<DesiredState> state(String application) {
        return Optional.ofNullable(states.get(application));
    }

    public Optional<Declaration> declaration(String key) {
        return Optional.ofNullable(declarations.get(key));
    }

    public List<Declaration> applicationSets() {
        return applicationSets.stream().map(declarations::get).toList();
    }

    /** Those that ask forges. */
    public List<Declaration> setsOfForges() {
        return askers.stream().map(declarations::get).toList();
    }

    /** The ApplicationSet that generated the application, by key. */
    public Optional<String> owner(String key) {
        return Optional.ofNullable(owners.get(key));
    }

    public Set<String> owners() {
        return Set.copyOf(owners.values());
    }

    public List<Declaration> generatedBy(String owner) {
        return owners.entrySet().stream()
                .filter(one -> one.getValue().equals(owner))
                .map(one -> declarations.get(one.getKey()))
                .toList();
    }

    public List<Declaration> declarations() {
        return List.copyOf(declarations.values());
    }

    public List<Application> applications() {
        return Stream.concat(
                        applications.values().stream(),
                        kustomizations.stream()
                                .map(this::kustomization)
                                .map(FluxKustomization::application)
                                .filter(
                                        one ->
                                                !applications.containsKey(
                                                        "Application/" + one.key())))
                .toList();
    }

    public Optional<Application> application(String key) {
        return Optional.ofNullable(applications.get("Application/" + key))
                .or(
                        () ->
                                Optional.of("Kustomization/" + key)
                                        .filter(kustomizations::contains)
                                        .map(this::kustomization)
                                        .map(FluxKustomization::application));
    }

    /** The declarations that say what an application is. */
    public List<String> declaring(String key) {
        return kustomizations.contains("Kustomization/" + key)
                ? kustomization("Kustomization/" + key).keys()
                : List.of("Application/" + key);
    }

    private FluxKustomization kustomization(String key) {
        return new FluxKustomization(declarations.get(key), this::declaration);
    }
}
