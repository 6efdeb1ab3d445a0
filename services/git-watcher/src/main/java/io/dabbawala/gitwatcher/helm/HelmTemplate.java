package io.dabbawala.gitwatcher.helm;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.marcnuri.helm.TemplateCommand;
import com.marcnuri.helm.jni.HelmLib;
import com.sun.jna.Native;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * {@code HelmTemplate LIBRARY template RELEASE CHART --namespace N ...}: what {@code helm template}
 * writes, hooks and CRDs included, which the library alone leaves out.
 */
public final class HelmTemplate {

    public static void main(String[] arguments) {
        var all = List.of(arguments).iterator();
        try {
            var helm = Native.load(all.next(), HelmLib.class);
            all.next(); // template
            rewrite();
            var written = Optional.ofNullable(command(helm, all).call());
            System.out.print(Hooks.shown(written.orElse(""))); // nothing for no object at all
        } catch (IllegalStateException | IllegalArgumentException e) {
            System.err.println(Hooks.shown(String.valueOf(e.getMessage())));
            System.exit(1);
        }
    }

    /** The files are this child's own. */
    private static void rewrite() {
        var here = Path.of("");
        PackedChart.in(here).forEach(PackedChart::unpack);
        try (var files = Files.walk(here)) {
            for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                var text = Files.readString(file, ISO_8859_1);
                var other = Lookups.answered(file, Hooks.hidden(text));
                if (!other.equals(text)) {
                    Files.writeString(file, other, ISO_8859_1);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("read the chart", e);
        }
    }

    private static TemplateCommand command(HelmLib helm, Iterator<String> arguments) {
        var release = arguments.next();
        var chart = Path.of(arguments.next());
        var command = new TemplateCommand(helm, chart).withName(release);
        while (arguments.hasNext()) {
            switch (arguments.next()) {
                case "--namespace" -> command.withNamespace(arguments.next());
                case "--values" -> command.withValuesFile(Path.of(arguments.next()));
                case "--set" -> Setting.of(Hooks.hidden(arguments.next())).apply(command);
                case "--set-file" -> setFile(command, Hooks.hidden(arguments.next()));
                case "--kube-version" -> command.withKubeVersion(arguments.next());
                case "--skip-crds" -> command.skipCrds();
                case "--include-crds" -> new ChartFolder(chart).tellCrds();
                default -> throw new IllegalArgumentException("an argument Helm does not take");
            }
        }
        return command;
    }

    private static void setFile(TemplateCommand command, String pair) {
        var equals = pair.indexOf('=');
        command.setFile(pair.substring(0, equals), Path.of(pair.substring(equals + 1)));
    }

    private HelmTemplate() {}
}
