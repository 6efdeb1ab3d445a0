package io.dabbawala.reconciler.order;

import io.dabbawala.reconciler.object.Tree;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The wave an object asks for: Argo CD's annotation if it is a whole number, else Helm's, else 0.
 */
public final class Wave {

    private static final String ARGO = "argocd.argoproj.io/sync-wave";
    private static final String HELM = "helm.sh/hook-weight";
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+");

    public static long of(Map<String, Object> content) {
        var annotations = Tree.map(content, "metadata", "annotations");
        return number(Tree.text(annotations, ARGO))
                .orElseGet(() -> number(Tree.text(annotations, HELM)).orElse(0));
    }

    private static OptionalLong number(String text) {
        try {
            return WHOLE.matcher(text).matches()
                    ? OptionalLong.of(Long.parseLong(text))
                    : OptionalLong.empty();
        } catch (NumberFormatException _) { // more digits than a number of 64 bits has
            return OptionalLong.empty();
        }
    }

    private Wave() {}
}
