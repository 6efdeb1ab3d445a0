package io.dabbawala.gitwatcher.generate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What came of an ApplicationSet. */
public sealed interface Generated {

    /**
     * @param all complete objects, in the order of the generators
     * @param notes what of the set is left out here
     */
    record Applications(List<JsonNode> all, List<String> notes) implements Generated {
        public Applications {
            all = List.copyOf(all);
            notes = List.copyOf(notes);
        }
    }

    /** None of it may be used. */
    record Failed(String reason) implements Generated {}
}
