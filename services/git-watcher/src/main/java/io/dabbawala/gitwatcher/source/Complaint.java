package io.dabbawala.gitwatcher.source;

import static java.util.stream.Collectors.joining;

import io.dabbawala.gitwatcher.render.Problem;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a program said when it failed, as a problem: it names the file and the line itself. */
public final class Complaint {

    private static final Pattern FILE =
            Pattern.compile(
                    "(?:^|[\\s('\"])([\\w./-]+\\.(?:yaml|yml|tpl|json|txt))"
                            + "(?::(\\d+))?(?::(\\d+))?");
    private static final Pattern LINE = Pattern.compile("yaml: line (\\d+)");
    private static final Pattern LOGGED =
            Pattern.compile("^E\\d{4} [^]]*] \"command failed\" err=");
    private static final int LENGTH = 1_000;

    /**
     * @param root the folder the job's files were in, which is nobody's business
     */
    public static Problem of(Job job, String said, String root) {
        var text =
                said.replace("/private" + root, root)
                        .replace(root + "/" + Checkout.SOURCE + "/", "")
                        .replace(root + "/", "")
                        .replace("./" + Checkout.SOURCE + "/", "")
                        .lines()
                        .map(line -> LOGGED.matcher(line).replaceFirst("").strip())
                        .filter(line -> !line.isEmpty() && !line.startsWith("Use --debug"))
                        .limit(10)
                        .collect(joining(" "));
        var reason = text.isEmpty() ? "the program failed and did not say why" : text;
        var shortened = reason.length() > LENGTH ? reason.substring(0, LENGTH) : reason;
        var match = FILE.matcher(text);
        while (match.find()) {
            var file = known(job, match.group(1));
            if (file.isPresent()) {
                return new Problem(
                        file.get(), line(match.group(2), text), number(match.group(3)), shortened);
            }
        }
        return Problem.of("", shortened);
    }

    /** The only file that is called so, if it is not clear from the path. */
    private static Optional<String> known(Job job, String named) {
        var file = file(job, named);
        if (job.files().containsKey(FilePath.in(Checkout.SOURCE, file))) {
            return Optional.of(file);
        }
        var alike = job.files().keySet().stream().filter(p -> p.endsWith("/" + named)).toList();
        return alike.size() == 1 && alike.getFirst().startsWith(Checkout.SOURCE + "/")
                ? Optional.of(alike.getFirst().substring(Checkout.SOURCE.length() + 1))
                : Optional.empty();
    }

    /** Helm names a template by its chart's name, everybody else by its path. */
    private static String file(Job job, String named) {
        return switch (job) {
            case Job.Template template -> {
                var chart = template.chart().substring(Checkout.SOURCE.length());
                var folder = chart.startsWith("/") ? chart.substring(1) : chart;
                var rest = named.substring(named.indexOf('/') + 1);
                yield template.files().containsKey(FilePath.in(Checkout.SOURCE, named))
                        ? named
                        : FilePath.in(folder, rest);
            }
            case Job.Build build ->
                    build.files().containsKey(FilePath.in(Checkout.SOURCE, named))
                            ? named
                            : FilePath.in(build.folder(), named)
                                    .replaceFirst("^" + Checkout.SOURCE + "/", "");
        };
    }

    private static int line(@Nullable String number, String text) {
        var inYaml = LINE.matcher(text);
        return number == null && inYaml.find() ? number(inYaml.group(1)) : number(number);
    }

    private static int number(@Nullable String digits) {
        return digits == null || digits.length() > 9 ? 0 : Integer.parseInt(digits);
    }

    private Complaint() {}
}
