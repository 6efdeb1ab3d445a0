package io.dabbawala.reconciler.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.reconciler.object.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoversTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'a': 1}                    | {'a': 1, 'b': 2}                        | true",
                "{'a': 1}                    | {'a': 1.0}                              | true",
                "{'a': 1}                    | {'a': 2}                                | false",
                "{'a': 1}                    | {}                                      | false",
                "{'a': '1'}                  | {'a': 1}                                | false",
                "{'a': {'b': 'x'}}           | {'a': {'b': 'x', 'c': 'y'}}             | true",
                "{'a': ['x', 'y']}           | {'a': ['x', 'y']}                       | true",
                "{'a': ['x', 'y']}           | {'a': ['y', 'x']}                       | false",
                "{'a': ['x']}                | {'a': ['x', 'y']}                       | false",
                "{'a': [{'name': 'x'}]}      | {'a': [{'name': 'y'}, {'name': 'x'}]}   | true",
                "{'a': [{'name': 'x', 'v': 1}]} | {'a': [{'name': 'x', 'v': 2}]}       | false",
                "{'a': [{'name': 'x'}]}      | {'a': [{'name': 'y'}]}                  | false",
                "{'a': [{'port': 80}]}       | {'a': [{'port': 80, 'protocol': 'TCP'}]} | true",
                "{'a': null}                 | {}                                      | true",
            })
    void says_whether_everything_wanted_is_there(String wanted, String live, boolean covered) {
        assertThat(Covers.all(tree(wanted), tree(live))).isEqualTo(covered);
    }

    private static Object tree(String text) {
        return Json.object(text.replace('\'', '"'));
    }
}
