package io.dabbawala.gitwatcher.generate.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of templates as JSON trees. */
public final class GoJson {

    private static final double LARGEST_WHOLE = 1e21;

    /** A tree of the value; whole numbers have no fraction. */
    public static JsonNode tree(@Nullable Object value) {
        return switch (value) {
            case null -> NullNode.getInstance();
            case Map<?, ?> map -> {
                var members = JsonNodeFactory.instance.objectNode();
                map.forEach((key, one) -> members.set((String) key, tree(one)));
                yield members;
            }
            case List<?> list -> {
                var items = JsonNodeFactory.instance.arrayNode();
                list.forEach(item -> items.add(tree(item)));
                yield items;
            }
            case String text -> TextNode.valueOf(text);
            case Boolean truth -> BooleanNode.valueOf(truth);
            case Double number -> number(number);
            case Number number ->
                    BigIntegerNode.valueOf(new BigDecimal(number.toString()).toBigInteger());
            default -> TextNode.valueOf(value.toString());
        };
    }

    private static JsonNode number(double value) {
        return value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE
                ? BigIntegerNode.valueOf(new BigDecimal(value).toBigInteger())
                : DoubleNode.valueOf(value);
    }

    /** What Go's decoder calls a kind of JSON. */
    public static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case STRING -> "string";
            case NUMBER -> "number";
            case BOOLEAN -> "bool";
            case NULL, MISSING, BINARY, POJO -> "null";
        };
    }

    private GoJson() {}
}
