package io.dabbawala.reconciler.plan;

import io.dabbawala.reconciler.application.ApplicationSpec;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Manifest;
import java.util.Arrays;
import java.util.List;

/**
 * How an object is compared, as {@code argocd.argoproj.io/compare-options} of the object and of its
 * application say; the object's own word wins (Argo CD docs/user-guide/compare-options.md).
 *
 * @param object the options of the object, comma-separated
 * @param application those of the application
 */
public record CompareOptions(String object, String application) {

    public static final String ANNOTATION = "argocd.argoproj.io/compare-options";

    public static CompareOptions of(Manifest manifest, ApplicationSpec spec) {
        return new CompareOptions(
                manifest.annotation(ANNOTATION), spec.annotations().getOrDefault(ANNOTATION, ""));
    }

    /** The API server's dry run is asked, whatever a look at the fields says. */
    public boolean isServerSide() {
        return isOn("ServerSideDiff");
    }

    /** What a mutating webhook changes is a difference as well. */
    public boolean includesWebhooks() {
        return isOn("IncludeMutationWebhook");
    }

    /** An object that is declared no more does not make the application differ. */
    public static boolean ignoresExtraneous(LiveObject live) {
        return options(live.annotation(ANNOTATION)).contains("IgnoreExtraneous");
    }

    private boolean isOn(String name) {
        var own = options(object);
        return own.contains(name + "=true")
                || !own.contains(name + "=false") && options(application).contains(name + "=true");
    }

    private static List<String> options(String annotation) {
        return Arrays.stream(annotation.split(",")).map(String::strip).toList();
    }
}
