package io.dabbawala.reconciler.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where in an object: as a JSON pointer, and in the words of managedFields. */
record FieldPosition(String pointer, List<String> path) {

    static final FieldPosition ROOT = new FieldPosition("", List.of());

    FieldPosition field(String name) {
        return below(name.replace("~", "~0").replace("/", "~1"), "f:" + name);
    }

    FieldPosition element(int index) {
        return below(Integer.toString(index), "i:" + index);
    }

    FieldPosition element(int index, Map<String, Object> key) {
        return below(Integer.toString(index), "k:" + Json.write(key));
    }

    String name() {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    private FieldPosition below(String token, String step) {
        var steps = new ArrayList<>(path);
        steps.add(step);
        return new FieldPosition(pointer + "/" + token, steps);
    }
}
