package io.dabbawala.gitwatcher.template;

import io.dabbawala.gitwatcher.template.function.Budget;
import io.dabbawala.gitwatcher.template.function.Functions;
import io.dabbawala.gitwatcher.template.function.TemplateFailed;
import io.dabbawala.gitwatcher.template.syntax.Node;
import io.dabbawala.gitwatcher.template.syntax.Parser;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A template that was read and can be carried out any number of times. */
public final class GoTemplate {

    private final String text;
    private final Map<String, List<Node>> templates;
    private final Functions functions;

    private GoTemplate(String text, Map<String, List<Node>> templates, Functions functions) {
        this.text = text;
        this.templates = templates;
        this.functions = functions;
    }

    public static GoTemplate parse(String text, Functions functions) throws TemplateFailed {
        return new GoTemplate(text, Parser.parse(text, functions), functions);
    }

    /** The text with everything in it replaced by what the data says. */
    public String render(@Nullable Object data, MissingKey missingKey, Budget budget)
            throws TemplateFailed {
        return new Execution(new Execution.Program(text, templates, functions, missingKey), budget)
                .run(data);
    }
}
