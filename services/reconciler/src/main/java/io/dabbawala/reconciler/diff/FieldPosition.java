package io.dabbawala.reconciler.diff;

import io.dabbawala.reconciler.object.Json;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where in an object: as a JSON pointer, and in the words of managedFields.
 *
 * @param parent null for the object itself
 * @param token of the JSON pointer, not escaped; list elements by their position
 * @param step {@code f:name}, {@code k:{"name":"web"}} or {@code i:0}
 */
record FieldPosition(@Nullable FieldPosition parent, String token, String step) {

    static final FieldPosition ROOT = new FieldPosition(null, "", "");

    FieldPosition field(String name) {
        return new FieldPosition(this, name, "f:" + name);
    }

    FieldPosition element(int index) {
        return new FieldPosition(this, Integer.toString(index), "i:" + index);
    }

    FieldPosition element(int index, Map<String, Object> key) {
        return new FieldPosition(this, Integer.toString(index), "k:" + Json.write(key));
    }

    /** RFC 6901. */
    String pointer() {
        return parent == null
                ? ""
                : parent.pointer() + "/" + token.replace("~", "~0").replace("/", "~1");
    }

    List<String> path() {
        var steps = new LinkedList<String>();
        for (var here = this; here.parent != null; here = here.parent) {
            steps.addFirst(here.step);
        }
        return steps;
    }

    /** The name of the field, or of the list that this is an element of. */
    String name() {
        return isElement() && parent != null ? parent.name() : token;
    }

    boolean isElement() {
        return !step.startsWith("f:");
    }

    int depth() {
        return parent == null ? 0 : parent.depth() + 1;
    }

    /**
     * Whether it ends as the pattern says.
     *
     * @param pattern names from the outside to the inside; {@code *} is any name or element
     */
    boolean endsWith(List<String> pattern) {
        var here = this;
        for (var name : pattern.reversed()) {
            if (here == null || here.parent == null) {
                return false;
            }
            if (!name.equals("*") && (here.isElement() || !here.token.equals(name))) {
                return false;
            }
            here = here.parent;
        }
        return true;
    }
}
