package io.dabbawala.cli.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What a half-typed line may become. */
final class Candidates {

    private final Supplier<List<String>> applications;

    Candidates(Supplier<List<String>> applications) {
        this.applications = applications;
    }

    /**
     * @param words the last of them is the one that is being typed, perhaps empty
     */
    List<String> of(CommandSpec root, List<String> words) {
        var typed = words.isEmpty() ? "" : words.getLast();
        var place = Place.after(root, words.isEmpty() ? words : words.subList(0, words.size() - 1));
        return candidates(place, typed).filter(word -> word.startsWith(typed)).toList();
    }

    private Stream<String> candidates(Place place, String typed) {
        if (place.expected().isPresent()) {
            return values(place.expected().get());
        }
        if (typed.startsWith("-")) {
            return place.command().options().stream()
                    .filter(option -> !option.hidden())
                    .map(OptionSpec::longestName);
        }
        return Stream.concat(
                subcommands(place.command()),
                place.command().positionalParameters().stream()
                        .filter(of -> of.index().contains(place.positionals()))
                        .flatMap(this::values));
    }

    private static Stream<String> subcommands(CommandSpec command) {
        return command.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(sub -> !sub.usageMessage().hidden())
                .map(CommandSpec::name);
    }

    private Stream<String> values(ArgSpec argument) {
        if (argument.paramLabel().equals("APPLICATION")) {
            return applications.get().stream();
        }
        if (argument.paramLabel().equals("COMMAND")) {
            return subcommands(argument.command().root());
        }
        var type = argument.type();
        return type.isEnum()
                ? Stream.of(type.getEnumConstants()).map(Object::toString)
                : Stream.empty();
    }

    /** Where in the line the cursor is. */
    private record Place(CommandSpec command, Optional<ArgSpec> expected, int positionals) {

        static Place after(CommandSpec root, List<String> words) {
            var place = new Place(root, Optional.empty(), 0);
            for (var word : words) {
                place = place.and(word);
            }
            return place;
        }

        private Place and(String word) {
            if (expected.isPresent()) {
                return new Place(command, Optional.empty(), positionals);
            }
            if (word.startsWith("-")) {
                var option = Optional.<ArgSpec>ofNullable(command.findOption(word));
                return new Place(command, option.filter(of -> of.arity().min() > 0), positionals);
            }
            var subcommand = command.subcommands().get(word);
            return subcommand == null
                    ? new Place(command, Optional.empty(), positionals + 1)
                    : new Place(subcommand.getCommandSpec(), Optional.empty(), 0);
        }
    }
}
