package io.dabbawala.reconciler.health.script;

import static io.dabbawala.reconciler.plan.Fixtures.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.reconciler.health.Health;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts of the shapes people write. JSON in single quotes. */
class LuaScriptTest {

    private static final Instant NOW = Instant.parse("2026-11-08T13:00:05Z");
    private static final String READY =
            """
            local hs = {}
            if obj.status ~= nil and obj.status.conditions ~= nil then
              for i, condition in ipairs(obj.status.conditions) do
                if condition.type == "Ready" and condition.status == "False" then
                  hs.status = "Degraded"
                  hs.message = condition.message
                  return hs
                end
                if condition.type == "Ready" and condition.status == "True" then
                  hs.status = "Healthy"
                  hs.message = condition.message
                  return hs
                end
              end
            end
            hs.status = "Progressing"
            hs.message = "Waiting"
            return hs
            """;

    private static Optional<Health> judged(String script, String object) {
        return LuaScript.of(script).judge(object(object), NOW);
    }

    /** The message of a healthy object whose message is this expression. */
    private static String said(String expression) {
        var script = "return {status = 'Healthy', message = tostring(%s)}".formatted(expression);
        return judged(script, "{'a':3,'b':1.5,'n':null,'e':{},'l':[],'t':['x','y'],'s':'é'}")
                .orElseThrow()
                .message();
    }

    @Test
    void a_loop_over_the_conditions_decides() {
        assertThat(judged(READY, "{}")).contains(Health.progressing("Waiting"));
        assertThat(
                        judged(
                                READY,
                                "{'status':{'conditions':[{'type':'A'},{'type':'Ready','status':'False','message':'no'}]}}"))
                .contains(Health.degraded("no"));
        assertThat(
                        judged(
                                READY,
                                "{'status':{'conditions':[{'type':'Ready','status':'True','message':'yes'}]}}"))
                .contains(Health.healthy("yes"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            textBlock =
                    """
                    obj.a                            | 3
                    obj.b                            | 1.5
                    obj.n                            | nil
                    type(obj.e) .. #obj.l .. #obj.t  | table02
                    obj.t[1] .. obj.t[2]             | xy
                    obj.a .. '/' .. obj.b            | 3/1.5
                    obj.a / 2                        | 1.5
                    6 / 2                            | 3
                    obj.a == 3                       | true
                    1/3                              | 0.3333333333333333
                    2^53                             | 9007199254740992
                    1e21                             | 1e+21
                    1/0                              | +Inf
                    0/0                              | NaN
                    2^63                             | 9.223372036854776e+18
                    1234567.5                        | 1.2345675e+06
                    123456.5                         | 123456.5
                    obj.s                            | é
                    table.getn(obj.t)                | 2
                    unpack({7, 8})                   | 7
                    select('#', unpack({1, 2, 3}))   | 3
                    table.concat({1, 'b', 2.5}, ',') | 1,b,2.5
                    tonumber('12') + 1               | 13
                    tonumber('x')                    | nil
                    math.floor(3.7) + math.max(1, 2) | 5
                    math.pow(2, 3)                   | 8
                    _VERSION                         | Lua 5.1
                    type(getmetatable('x'))          | nil
                    next({})                         | nil
                    """)
    void values_look_as_in_lua(String expression, String text) {
        assertThat(said(expression)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            textBlock =
                    """
                    string.find('a.b', '.', 1, true)                            | 2
                    ({string.find('key=value', '(%w+)=(%w+)')})[4]              | value
                    string.match('v1.27.3', '^v(%d+%.%d+)')                     | 1.27
                    ('2026-11-08'):match('(%d+)%-')                             | 2026
                    string.match('  trim ', '^%s*(.-)%s*$') .. '!'              | trim!
                    string.match('f(a(b)c)d', '%b()')                           | (a(b)c)
                    string.match('THE (quick) fox', '%f[%a]%a+%f[%A]', 2)       | quick
                    string.match('aa bb', '(%a)%1 (%a)%2')                      | a
                    string.match('hello', '()ll()')                             | 3
                    string.match('x', 'y')                                      | nil
                    string.match('a-b]c', '[]-]')                               | -
                    string.match('x^y', '[%^]')                                 | ^
                    ({string.gsub('hello world', 'o', '0')})[2]                 | 2
                    (string.gsub('a b', '(%w) (%w)', '%2 %1'))                  | b a
                    (string.gsub('$x', '%$(%w)', {x = 'y'}))                    | y
                    (string.gsub('abc', '%w', function(c) return c .. '.' end)) | a.b.c.
                    (string.gsub('abc', '', '-'))                               | -a-b-c-
                    string.format('%d of %5.2f %s %-3s/%03d', 3, 1.5, nil, 'a', 7)    | 3 of  1.50 nil a  /007
                    string.format('%x %g %q %%', 255, 0.1, 'a"b')               | ff 0.1 "a\\"b" %
                    string.format('%.2f %.2f %f', 1.005, 0.125, 3)              | 1.00 0.12 3.000000
                    string.rep('ab', 3)                                         | ababab
                    ('abc'):upper():reverse():sub(-2)                           | BA
                    string.byte('A') .. string.char(66, 67)                     | 65BC
                    os.time()                                                   | 1794142805
                    os.date('!%Y-%m-%dT%H:%M:%SZ', 0)                           | 1970-01-01T00:00:00Z
                    os.time({year = 2026, month = '11', day = 8, hour = 13})    | 1794142800
                    os.time({year = 2026})                                      | 1761825600
                    os.date('*t').wday                                          | 1
                    require('os').time()                                        | 1794142805
                    os.difftime(5, 3)                                           | 2
                    """)
    void the_libraries_do_what_they_do_in_lua(String expression, String text) {
        assertThat(said(expression)).isEqualTo(text);
    }

    @Test
    void gmatch_goto_repeat_closures_sort_and_pcall_work() {
        var script =
                """
                local words = {}
                for word in string.gmatch("c,a,b,skip", "[^,]+") do
                  if word == "skip" then goto continue end
                  table.insert(words, word)
                  ::continue::
                end
                table.sort(words, function(x, y) return x > y end)
                local n = 0
                repeat n = n + 1 until n == 3
                local ok, why = pcall(function() error("bad") end)
                local count = 0
                for k, v in pairs({a = 1, b = 2}) do count = count + v end
                return {status = "Healthy",
                        message = table.concat(words) .. n .. tostring(ok) .. why .. count}
                """;
        assertThat(judged(script, "{}")).contains(Health.healthy("cba3false<string>:10: bad3"));
    }

    @Test
    void a_label_at_the_end_of_a_block_may_follow_its_locals() {
        var script =
                """
                local hs = {status = "Healthy", message = ""}
                for _, parent in ipairs(obj.parents) do
                  if parent.list then
                    if parent.old then goto continue end
                    local first = parent.list[1]
                    hs.message = hs.message .. first
                    ::continue::
                  end
                end
                return hs
                """;
        assertThat(judged(script, "{'parents':[{'list':['a'],'old':true},{'list':['b']},{}]}"))
                .contains(Health.healthy("b"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            textBlock =
                    """
                    t = {zeta = 1, 'a', alpha = 2, 'b', mid = 3}                   | 1=a 2=b zeta=1 alpha=2 mid=3
                    t = {} t.west = 1 t.east = 2 t.west = nil t.north = 3 t.west = 4 | west=4 east=2 north=3
                    t = {x = 0} for i = 50, 10, -10 do t[i] = i end                | 10=10 20=20 30=30 40=40 50=50 x=0
                    t = obj                                                        | web=1 api=2 db=3
                    t = require('json').decode('{"y": 1, "b": 2, "x": 3}')         | y=1 b=2 x=3
                    t = {a = 1} for i = 1, 40 do t[i] = i end for i = 3, 40 do t[i] = nil end t.z = 1 t.y = 2 t.x = 3 | 1=1 2=2 a=1 z=1 y=2 x=3
                    t = {a = 1, b = 2, c = 3} for k in pairs(t) do if k ~= 'b' then t[k] = nil end end | b=2
                    """)
    void a_table_is_walked_in_the_order_its_keys_came(String making, String walked) {
        var script =
                """
                %s
                local seen = {}
                for k, v in pairs(t) do table.insert(seen, k .. "=" .. v) end
                return {status = "Healthy", message = table.concat(seen, " ")}
                """;
        assertThat(judged(script.formatted(making), "{'web':1,'api':2,'db':3}"))
                .contains(Health.healthy(walked));
    }

    @Test
    void half_a_letter_is_told_as_none() {
        assertThat(judged("return {status = 'Healthy', message = string.sub('xé', 1, 2)}", "{}"))
                .contains(Health.healthy("x\ufffd"));
    }

    @Test
    void nulls_in_a_list_are_not_counted() {
        assertThat(
                        judged(
                                "return {status = 'Healthy', message = #obj.l .. obj.l[1]}",
                                "{'l':[null,'a',null]}"))
                .contains(Health.healthy("1a"));
    }

    @Test
    void nothing_returned_is_no_opinion() {
        assertThat(judged("return nil", "{}")).isEmpty();
        assertThat(judged("return {}", "{}")).isEmpty();
        assertThat(judged("local x = 1", "{}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return {'Healthy'}",
                "return {status = 'Healthy', message = obj.replicas}",
                "return {status = 'Healthy', message = {}}",
                "return {status = true}"
            })
    void what_is_no_text_where_text_belongs_is_no_opinion(String script) {
        assertThat(judged(script, "{'replicas':3}")).isEmpty();
    }

    @Test
    void names_of_a_judgement_are_read_in_any_case() {
        assertThat(judged("return {Status = 'Degraded', MESSAGE = 'x', more = {1}}", "{}"))
                .contains(Health.degraded("x"));
        assertThat(judged("return {Status = 'Degraded', status = 'Healthy'}", "{}"))
                .contains(Health.healthy(""));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            textBlock =
                    """
                    json.decode(obj.note)[1].type                  | Ready
                    #json.decode('[1, null, 3]')                   | 2
                    json.decode('{"a": 1.5, "b": null}').a         | 1.5
                    json.decode('no json')                         | nil
                    type(({json.decode('[1] 2')})[2])              | string
                    json.encode({b = {c = true}, a = 1.5, d = {}}) | {"a":1.5,"b":{"c":true},"d":[]}
                    json.encode({-3, 0.5, 2^60})                   | [-3,0.5,1152921504606847000]
                    json.encode({1, 'a<b', 3})                     | [1,"a\\u003cb",3]
                    ({json.encode({print})})[2]                    | json: error calling MarshalJSON for type json.jsonValue: json: error calling MarshalJSON for type json.jsonValue: cannot encode function to JSON
                    """)
    void the_module_json_reads_and_writes(String expression, String text) {
        var script =
                "local json = require('json') return {status = 'Healthy', message = tostring(%s)}"
                        .formatted(expression);
        assertThat(judged(script, "{'note':'[{\\\"type\\\":\\\"Ready\\\"}]'}"))
                .contains(Health.healthy(text));
    }
}
