package io.dabbawala.gitwatcher.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReaderTest {

    private final JsonReader reader = new JsonReader(Limits.USUAL.document());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":[1,-2,3.0,1.5,1e3],\"b\":null} | {\"a\":[1,-2,3,1.5,1000],\"b\":null}",
                "[true,false,\"x\",{}] | [true,false,\"x\",{}]",
                "99999999999999999999 | 99999999999999999999",
                "\"\" | \"\""
            })
    void reads_what_it_says(String json, String value) throws Exception {
        assertThat(reader.read("a.json", json)).hasToString(value);
    }

    @Test
    void refuses_a_key_that_is_given_twice() {
        assertThat(problem("{\"a\":1,\n \"b\":2,\n \"a\":3}"))
                .isEqualTo(new Problem("a.json", 3, 2, "duplicate key \"a\""));
    }

    @Test
    void refuses_lists_nested_a_hundred_thousand_deep_and_reads_them_as_deep_as_allowed()
            throws Exception {
        assertThat(problem("[".repeat(100_000)))
                .isEqualTo(new Problem("a.json", 1, 101, "nested deeper than 100"));
        assertThat(problem("{\"a\":".repeat(100_000)).reason()).isEqualTo("nested deeper than 100");
        assertThat(reader.read("a.json", "[".repeat(100) + "]".repeat(100))).hasSize(1);
    }

    @Test
    void refuses_a_number_of_a_hundred_thousand_digits_and_one_that_is_none() {
        var nines = "9".repeat(100_000);
        assertThat(problem("{\"a\": " + nines + "}"))
                .isEqualTo(
                        new Problem("a.json", 1, 7, "a number of 100000 characters, at most 40"));
        assertThat(problem("[1." + nines + "]").reason()).contains("a number of 100002 characters");
        assertThat(problem("[1e999]").reason()).isEqualTo("1e999 is too large a number");
    }

    @Test
    void refuses_an_object_that_is_too_large() {
        assertThat(problem("[\"" + "x".repeat(1 << 20) + "\"]").reason())
                .isEqualTo("an object larger than 1048576 bytes");
        assertThat(problem("{\"" + "x".repeat(1 << 20) + "\":1}").reason())
                .isEqualTo("an object larger than 1048576 bytes");
    }

    @Test
    void names_the_place_where_json_ends_being_json() {
        assertThat(problem("{\n  \"a\": nonsense\n}"))
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(2))
                .satisfies(problem -> assertThat(problem.reason()).contains("nonsense"));
        assertThat(problem("{\"a\":1").line()).isOne();
        assertThat(problem("{} {}").reason()).isEqualTo("2 values, not one");
        assertThat(problem("").reason()).isEqualTo("0 values, not one");
    }

    private Problem problem(String json) {
        var thrown =
                catchThrowableOfType(UnreadableSource.class, () -> reader.read("a.json", json));
        assertThat(thrown).as("a problem with:%n%.80s", json).isNotNull();
        return thrown.problem();
    }
}
