package io.dabbawala.reconciler.hook;

import io.dabbawala.reconciler.object.Tree;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** An annotation that is a list with commas. */
final class Words {

    static List<String> of(Map<String, Object> content, String annotation) {
        var text = Tree.text(content, "metadata", "annotations", annotation);
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    private Words() {}
}
