package io.dabbawala.gitwatcher.helm;

import java.util.regex.Pattern;

/**
 * Makes the library write hooks, too: what does not have the annotation of a hook is a manifest
 * like others, so the annotation has another name for as long as Helm looks.
 */
final class Hooks {

    private static final Pattern ANNOTATION = Pattern.compile("helm(\\\\?\\.)sh/hook(?![\\w-])");
    private static final String ELSEWHERE = "helm$1sh/dabbawala-hook";

    static String hidden(String text) {
        return ANNOTATION.matcher(text).replaceAll(ELSEWHERE);
    }

    static String shown(String text) {
        return text.replace("helm.sh/dabbawala-hook", "helm.sh/hook");
    }

    private Hooks() {}
}
