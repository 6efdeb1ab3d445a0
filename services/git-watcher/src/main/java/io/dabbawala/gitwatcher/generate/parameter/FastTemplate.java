package io.dabbawala.gitwatcher.generate.parameter;

import io.dabbawala.gitwatcher.template.function.TemplateFailed;
import io.dabbawala.gitwatcher.template.value.Quoted;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Text where {@code {{ key }}} stands for the parameter of that name. A key that is unknown or no
 * text stays as it is (valyala/fasttemplate as Argo CD uses it).
 */
final class FastTemplate {

    private static final Pattern TEMPLATED = Pattern.compile("\\{\\{.*}}");

    static String render(String text, Map<String, ?> parameters) throws TemplateFailed {
        if (!TEMPLATED.matcher(text).find()) {
            return text;
        }
        var rendered = new StringBuilder();
        int at = 0;
        for (var open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", at)) {
            var close = text.indexOf("}}", open + 2);
            if (close < 0) {
                throw new TemplateFailed(
                        "invalid template: Cannot find end tag=\"}}\" in the template=%s starting from %s"
                                .formatted(Quoted.of(text), Quoted.of(text.substring(open + 2))));
            }
            var tag = text.substring(open + 2, close);
            rendered.append(text, at, open);
            rendered.append(
                    parameters.get(tag.strip()) instanceof String value && !tag.isBlank()
                            ? value
                            : "{{" + tag + "}}");
            at = close + 2;
        }
        return rendered.append(text, at, text.length()).toString();
    }

    private FastTemplate() {}
}
