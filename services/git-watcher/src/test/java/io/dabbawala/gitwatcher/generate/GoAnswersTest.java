package io.dabbawala.gitwatcher.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.generate.parameter.ArgoFunctions;
import io.dabbawala.gitwatcher.render.CanonicalJson;
import io.dabbawala.gitwatcher.sprig.Json;
import io.dabbawala.gitwatcher.template.GoTemplate;
import io.dabbawala.gitwatcher.template.MissingKey;
import io.dabbawala.gitwatcher.template.function.Budget;
import io.dabbawala.gitwatcher.template.function.TemplateFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Templates and what Go 1.26 with Sprig 3.3.0 made of them, errors included: member {@code t} is
 * the template, {@code o} the options, {@code out} or {@code err} the answer. All see the same
 * data.
 */
class GoAnswersTest {

    private static final JsonNode DATA =
            CanonicalJson.parse(
                    """
                    {"s":"Hello World","e":"","n":3,"f":1.5,"big":12345678,"t":true,"z":false,"nil":null,
                     "l":["b","a","c"],"m":{"k":"v","n":{"x":"y"}},"d":[1,2,2.5],"u":"grüße über",
                     "path":{"path":"apps/guestbook","basename":"guestbook",
                             "segments":["apps","guestbook"]},
                     "o":[{"a":"1"},{"a":"2"}]}
                    """);

    static Stream<JsonNode> questions() throws IOException {
        return Stream.of(
                        lines("go-answers.jsonl"),
                        lines("go-answers-of-functions.jsonl"),
                        lines("go-answers-of-sets.jsonl"))
                .flatMap(one -> one);
    }

    private static Stream<JsonNode> lines(String file) throws IOException {
        try (var bytes = GoAnswersTest.class.getResourceAsStream("/generate/" + file)) {
            var text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().map(CanonicalJson::parse).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void a_template_gives_what_go_gives(JsonNode question) {
        var expected = question.path("out").asText(null);
        var answer = expected == null ? "error: " + question.path("err").asText() : expected;

        assertThat(answer(question)).as(question.path("t").asText()).isEqualTo(answer);
    }

    private static String answer(JsonNode question) {
        try {
            var missingKey = MissingKey.DEFAULT;
            for (var option : question.path("o")) {
                missingKey = MissingKey.of(option.asText());
            }
            return GoTemplate.parse(question.path("t").asText(), ArgoFunctions.ALL)
                    .render(
                            Json.value(
                                    question.path("d").isMissingNode() ? DATA : question.path("d")),
                            missingKey,
                            new Budget());
        } catch (TemplateFailed e) {
            return "error: " + e.getMessage();
        }
    }
}
