package io.dabbawala.reconciler.health.script;

import io.dabbawala.reconciler.health.Health;
import io.dabbawala.reconciler.health.HealthRules;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.ObjectRef;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Judges by the script of an object's group and kind. An exact folder beats one with a wildcard (an
 * {@code _} in its name stands for any text), and among those the one that says more wins. Where
 * scripts come from several sources, the first that has one for the kind is asked, and no other.
 */
public final class ScriptedHealth implements HealthRules {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");

    private final List<HealthScripts> sources;
    private final Clock clock;

    /**
     * @param clock what scripts that ask for the time are told
     */
    public ScriptedHealth(List<HealthScripts> sources, Clock clock) {
        this.sources = List.copyOf(sources);
        this.clock = clock;
    }

    @Override
    public Optional<Health> assess(LiveObject object) {
        return scriptFor(object.ref())
                .flatMap(script -> script.judge(object.content(), clock.instant()));
    }

    private Optional<LuaScript> scriptFor(ObjectRef ref) {
        if (!isName(ref.kind()) || !ref.group().isEmpty() && !isName(ref.group())) {
            return Optional.empty();
        }
        var folder = ref.group().isEmpty() ? ref.kind() : ref.group() + "/" + ref.kind();
        return sources.stream()
                .flatMap(one -> script(one, folder, ref.group()).stream())
                .findFirst();
    }

    private static Optional<LuaScript> script(HealthScripts scripts, String folder, String group) {
        return scripts.in(folder).or(() -> closest(scripts, folder, group).flatMap(scripts::in));
    }

    private static Optional<String> closest(HealthScripts scripts, String folder, String group) {
        return scripts.wildcards(group).stream()
                .filter(wildcard -> fits(wildcard, folder))
                .min(
                        Comparator.comparingLong(ScriptedHealth::open)
                                .thenComparing(Comparator.comparingInt(String::length).reversed())
                                .thenComparing(Comparator.naturalOrder()));
    }

    private static long open(String wildcard) {
        return wildcard.chars().filter(one -> one == '_').count();
    }

    private static boolean fits(String wildcard, String folder) {
        var pattern =
                Pattern.compile("_", Pattern.LITERAL)
                        .splitAsStream(wildcard + "\0")
                        .map(Pattern::quote)
                        .reduce((before, after) -> before + ".*" + after)
                        .orElse("");
        return Pattern.matches(pattern, folder + "\0");
    }

    private static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }
}
