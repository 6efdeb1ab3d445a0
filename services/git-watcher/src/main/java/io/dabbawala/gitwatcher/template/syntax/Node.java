package io.dabbawala.gitwatcher.template.syntax;

import io.dabbawala.gitwatcher.template.value.Quoted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a template as it is carried out. Positions count characters from the start. */
public sealed interface Node {

    int position();

    record Text(int position, String text) implements Node {}

    record Action(int position, Pipeline pipeline) implements Node {}

    record If(int position, Pipeline pipeline, List<Node> body, List<Node> otherwise)
            implements Node {}

    record With(int position, Pipeline pipeline, List<Node> body, List<Node> otherwise)
            implements Node {}

    record Range(int position, Pipeline pipeline, List<Node> body, List<Node> otherwise)
            implements Node {}

    record Call(int position, String name, @Nullable Pipeline pipeline) implements Node {

        @Override
        public String toString() {
            return "{{template %s%s}}"
                    .formatted(Quoted.of(name), pipeline == null ? "" : " " + pipeline);
        }
    }

    record Break(int position) implements Node {}

    record Continue(int position) implements Node {}
}
