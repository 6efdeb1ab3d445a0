package io.dabbawala.cli.offline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One line of the answer; its members are printed in the order they were put.
 *
 * @param isGood false: with {@code --exit-code} the command ends with 1
 */
record Answer(ObjectNode line, boolean isGood) {

    static Answer of(ObjectNode line) {
        return new Answer(line, true);
    }

    /** Instead of an answer. */
    static Answer error(String reason) {
        var line = JsonNodeFactory.instance.objectNode();
        return new Answer(line.put("error", reason), false);
    }
}
