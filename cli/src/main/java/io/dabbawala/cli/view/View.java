package io.dabbawala.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.cli.print.Page;
import java.util.List;

/** How one kind of answer is shown. */
public interface View {

    /** What other commands take, a line each: {@code -o name}. */
    List<String> names(JsonNode answer);

    /** For people. */
    List<String> lines(JsonNode answer, Page page);
}
