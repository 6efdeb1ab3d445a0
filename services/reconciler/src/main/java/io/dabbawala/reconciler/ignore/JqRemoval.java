package io.dabbawala.reconciler.ignore;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import net.thisptr.jackson.jq.BuiltinFunctionLoader;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Versions;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import org.jspecify.annotations.Nullable;

/**
 * Removes what a jq expression names: {@code del(expression)} must give exactly one object. One
 * that fails, gives nothing or several, or computes for more than a second changes nothing (Argo CD
 * util/argo/normalizers). That a place is not there is no failure. Words that can go on for ever or
 * grow without bound are not carried out, and an expression that took too long once is not tried
 * again.
 */
final class JqRemoval {

    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String NOT_THERE = "Cannot iterate over null";
    private static final int LONGEST = 4096;
    private static final int MOST_PLUSES = 8;
    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\[^(])*\"");
    private static final Pattern ENDLESS =
            Pattern.compile(
                    "(?<![.\\w\"-])(def|reduce|foreach|until|while|repeat|range|limit|recurse\\s*\\("
                            + "|combinations|inputs?|env|debug|\\$ENV)(?![\\w\"])(?!\\s*:)|\\*");

    /** Words of Argo CD's jq that ours does not know. */
    private static final String ALSO =
            """
            def IN(wanted): any(wanted == .; .);
            def IN(given; wanted): any(given == wanted; .);
            """;

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    /** Read once, when the first expression is: that takes longer than an evaluation may. */
    private static final class Words {
        static final Scope SCOPE = Scope.newEmptyScope();

        static {
            BuiltinFunctionLoader.getInstance().loadFunctions(Versions.JQ_1_7, SCOPE);
        }
    }

    private final String expression;
    private final JsonQuery query;
    private final Scope words;
    private final String refusal;
    private volatile boolean tookTooLong;

    private JqRemoval(String expression, JsonQuery query, Scope words, String refusal) {
        this.expression = expression;
        this.query = query;
        this.words = words;
        this.refusal = refusal;
    }

    /**
     * @throws IllegalArgumentException if this is no jq
     */
    static JqRemoval of(String expression) {
        try {
            var query = JsonQuery.compile(ALSO + "del(%s)".formatted(expression), Versions.JQ_1_7);
            return new JqRemoval(expression, query, Words.SCOPE, refusalOf(expression));
        } catch (JsonQueryException e) {
            throw new IllegalArgumentException(
                    "jqPathExpressions: %s is no jq: %s"
                            .formatted(expression, e.getMessage().replace(ALSO, "")),
                    e);
        }
    }

    Map<String, Object> from(Map<String, Object> tree, Consumer<String> note) {
        if (tookTooLong || !refusal.isEmpty()) {
            note.accept(message(tookTooLong ? "took more than a second" : refusal));
            return tree;
        }
        var run = new Run(query, words, MAPPER.valueToTree(tree));
        var thread = Thread.ofPlatform().daemon().name("jq").start(run);
        try {
            tookTooLong = !new OwnTime(LIMIT, PATIENCE).isEnoughFor(thread);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while jq was evaluated", e);
        }
        var failure = tookTooLong ? "took more than a second" : run.failure;
        if (failure == null) {
            return run.object();
        }
        if (!failure.startsWith(NOT_THERE)) {
            note.accept(message(failure));
        }
        return tree;
    }

    private String message(String reason) {
        return "jqPathExpressions: %s removes nothing: %s".formatted(expression, reason);
    }

    private static String refusalOf(String expression) {
        var words = TEXT.matcher(expression).replaceAll("\"\"");
        var endless = ENDLESS.matcher(words);
        if (expression.length() > LONGEST) {
            return "longer than %d characters".formatted(LONGEST);
        }
        if (endless.find()) {
            return endless.group() + " is not carried out";
        }
        return words.chars().filter(c -> c == '+').count() > MOST_PLUSES
                ? "more than %d times +".formatted(MOST_PLUSES)
                : "";
    }

    /** One evaluation in a thread that can be left behind. */
    private static final class Run implements Runnable {

        private final JsonQuery query;
        private final Scope words;
        private final JsonNode input;
        private final List<JsonNode> results = new ArrayList<>();
        private @Nullable String failure;

        Run(JsonQuery query, Scope words, JsonNode input) {
            this.query = query;
            this.words = words;
            this.input = input;
        }

        @Override
        public void run() {
            try {
                query.apply(Scope.newChildScope(words), input, results::add);
                var isOne = results.size() == 1 && results.getFirst().isObject();
                failure = isOne ? null : "%d results, not one object".formatted(results.size());
            } catch (JsonQueryException e) {
                failure = e.getMessage();
            } catch (StackOverflowError _) {
                failure = "goes too deep";
            }
        }

        Map<String, Object> object() {
            return MAPPER.convertValue(results.getFirst(), OBJECT);
        }
    }
}
