package io.dabbawala.reconciler.health.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.reconciler.health.Health;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people read of a script that fails: the same as in Argo CD. */
class FailureTest {

    private static Optional<Health> judged(String script) {
        return LuaScript.of(script).judge(Map.of(), Instant.EPOCH);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            textBlock =
                    """
                    return {status = 'Fine'}                | Lua returned an invalid health status
                    return {message = 'x'}                  | Lua returned an invalid health status
                    return 1                                | expect table output from Lua script, not number
                    return {status = 'Healthy', 'x'}        | json: error calling MarshalJSON for type json.jsonValue: cannot encode mixed or invalid key types
                    return {status = 'Healthy', why = {print}} | json: error calling MarshalJSON for type json.jsonValue: json: error calling MarshalJSON for type json.jsonValue: json: error calling MarshalJSON for type json.jsonValue: cannot encode function to JSON
                    local t = {} t.t = t return t           | json: error calling MarshalJSON for type json.jsonValue: json: error calling MarshalJSON for type json.jsonValue: cannot encode recursively nested tables to JSON
                    return {status = 'Healthy', why = {nil, 2}} | json: error calling MarshalJSON for type json.jsonValue: json: error calling MarshalJSON for type json.jsonValue: cannot encode sparse array
                    return {status = 'Healthy', message = 0/0} | json: error calling MarshalJSON for type json.jsonValue: json: error calling MarshalJSON for type json.jsonValue: json: unsupported value: NaN
                    """)
    void what_is_no_judgement_is_unknown_with_the_reason(String script, String reason) {
        assertThat(judged(script)).contains(Health.unknown(reason));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            textBlock =
                    """
                    error('boom')                           | <string>:1: boom
                    error('boom', 0)                        | boom
                    error(5)                                | 5
                    error({})                               | table: 0x0
                    assert(false, 'no')                     | <string>:1: no
                    local x = obj.status.conditions         | <string>:1: attempt to index a non-table object(nil) with key 'conditions'
                    local s = obj.status function f() return s.phase end f() | <string>:1: attempt to index a non-table object(nil) with key 'phase'
                    obj.status.phase = 'x'                  | <string>:1: attempt to index a non-table object(nil) with key 'phase'
                    obj[nil] = 1                            | <string>:1: table index is nil
                    return obj.a - obj.b                    | <string>:1: cannot perform sub operation between nil and nil
                    return 'a' .. 1 .. obj.a                | <string>:1: cannot perform concat operation between number and nil
                    return obj.a .. 1 .. 'a'                | <string>:1: cannot perform concat operation between nil and string
                    return 1 < obj.a                        | <string>:1: attempt to compare number with nil
                    return #obj.a                           | <string>:1: __len undefined
                    return -obj.a                           | <string>:1: __unm undefined
                    for i = 1, obj.a do end                 | <string>:1: for statement limit must be a number
                    for i in obj.a do end                   | <string>:1: attempt to call a non-function object
                    for i in ipairs(obj.a) do end           | <string>:1: bad argument #1 to ipairs (table expected, got nil)
                    local x = ('x'):rep()                   | <string>:1: bad argument #2 to rep (number expected, got nil)
                    local x = string.sub('x', 'y')          | <string>:1: bad argument #2 to sub (number expected, got string)
                    local x = table.concat('a', ',')        | <string>:1: bad argument #1 to concat (table expected, got string)
                    table.concat({{}})                      | <string>:1: invalid value (table) at index 1 in table for concat
                    tostring()                              | <string>:1: bad argument #1 to tostring (value expected)
                    return string.match('x', '[a')          | <string>:1: malformed pattern (missing ']')
                    os.getenv('HOME')                       | <string>:1: attempt to call a non-function object
                    return load('return 1')()               | <string>:1: attempt to call a non-function object
                    local _, why = pcall(function() return obj.a.b end) error(why .. '!', 0) | <string>:1: attempt to index a non-table object(nil) with key 'b'!
                    pcall(function() return obj.a.b end) error('later', 0) | later
                    pcall(function() return obj.a.b end) table.sort(1) | <string>:1: bad argument #1 to sort (table expected, got number)
                    require('io')                           | <string>:1: module 'io' not found
                    """)
    void what_cannot_be_done_is_told_in_the_words_of_argo_cd(String script, String reason) {
        assertThat(judged(script)).contains(Health.unknown(reason));
    }

    @Test
    void what_is_no_lua_is_unknown() {
        var health = judged("if then").orElseThrow();
        assertThat(health.status()).isEqualTo(Health.Status.UNKNOWN);
        assertThat(health.message()).startsWith("<string>:1:");
        assertThat(judged("return " + "(".repeat(100_000)).orElseThrow().status())
                .isEqualTo(Health.Status.UNKNOWN);
    }
}
