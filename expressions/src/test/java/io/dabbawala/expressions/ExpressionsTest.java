package io.dabbawala.expressions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionsTest {

    private static final Expressions EXPRESSIONS =
            new Expressions(Limits.DEFAULT, List.of("object", "params"));

    private static final String TRUE =
            """
            object.spec.replicas == 3 && object.spec.replicas >= 2
            object.spec.replicas < 3.5
            object.spec.share > 0
            !has(object.spec.missing) && has(object.metadata.name)
            object.metadata.labels['app.kubernetes.io/name'] == 'web'
            object.?spec.?nothing.orValue(7) == 7
            object.metadata[?'nothing'].orValue('x') == 'x'
            object.spec.containers.map(c, c.name) == ['a', 'b']
            object.spec.containers.filter(c, c.name != 'a').size() == 1
            object.spec.containers.exists_one(c, c.image.endsWith(':latest'))
            object.spec.containers.map(c, c.name + '=' + c.image).join(';') == 'a=a:1;b=b:latest'
            cel.bind(name, object.metadata.name, name + name) == 'webweb'
            object.spec.containers.all(i, c, i < 2 && c.name in ['a', 'b'])
            params == null
            duration('1h').getMinutes() == 60
            timestamp('2026-11-24T10:00:00Z') < timestamp('2026-11-25T10:00:00Z')
            sets.contains(['a', 'b'], ['a'])
            [1, 2, 3].isSorted() && ![2, 1].isSorted() && ['a', 'b'].isSorted()
            [1, 2, 3].sum() == 6 && [1.5, 2.0].sum() == 3.5 && [3, 1].min() == 1
            ['a', 'c', 'b'].max() == 'c'
            [1, 2, 2].indexOf(2) == 1 && [1, 2, 2].lastIndexOf(2) == 2 && [1].indexOf(5) == -1
            'hello'.indexOf('l') == 2 && 'hello'.charAt(1) == 'e'
            'abc 123 def 456'.find('[0-9]+') == '123' && 'x'.find('y') == ''
            'abc 123 def 456'.findAll('[0-9]+') == ['123', '456']
            'abc 123 def 456'.findAll('[0-9]+', 1) == ['123']
            'a-b-c'.replace('-', '') == 'abc' && 'a-b-c'.replace('-', '+', 1) == 'a+b-c'
            'ab'.replace('', '.') == '.a.b.'
            'a,b,c'.split(',') == ['a', 'b', 'c'] && 'a,b,c'.split(',', 2) == ['a', 'b,c']
            'ab'.split('') == ['a', 'b'] && 'a'.split(',', 0) == []
            ['a', 'b'].join() == 'ab' && ['a', 'b'].join('-') == 'a-b'
            '%s has %d of %.1f%%'.format(['web', 3, 99.55]) == 'web has 3 of 99.6%'
            '%s %s %x'.format([[1, 'a'], true, 255]) == '[1, a] true ff'
            'AbC'.lowerAscii() == 'abc' && ' x '.trim() == 'x'
            isURL('https://example.org:8080/a?b=c') && !isURL('nonsense')
            url('https://example.org:8080/a').getHost() == 'example.org:8080'
            url('https://[::1]:80/a%20b').getHostname() == '::1'
            url('https://example.org:8080/a?b=c&b=d').getQuery() == {'b': ['c', 'd']}
            url('/path').getEscapedPath() == '/path' && url('https://x/').getPort() == ''
            isQuantity('1.3Gi') && !isQuantity('1.3Gx')
            quantity('200M').compareTo(quantity('0.2G')) == 0
            quantity('1Ki').asInteger() == 1024 && !quantity('100m').isInteger()
            quantity('500m').add(quantity('500m')) == quantity('1')
            quantity('5').sub(2).asInteger() == 3 && quantity('-1').sign() == -1
            quantity('50k').isGreaterThan(quantity('49999'))
            isIP('10.0.0.1') && !isIP('010.0.0.1') && !isIP('127.1') && !isIP('2852039166')
            ip('::1').isLoopback() && ip('10.0.0.1').family() == 4 && ip('::').isUnspecified()
            ip.isCanonical('2001:db8::abcd') && !ip.isCanonical('2001:DB8::abcd')
            !isIP('::ffff:1.2.3.4') && !isIP('fe80::1%eth0')
            string(ip('2001:db8:0:0:1:0:0:1')) == '2001:db8::1:0:0:1'
            cidr('10.0.0.0/8').containsIP('10.1.2.3') && !cidr('10.0.0.0/8').containsIP('11.0.0.0')
            cidr('10.0.0.0/8').containsCIDR(cidr('10.1.0.0/16'))
            cidr('10.1.2.3/8').masked() == cidr('10.0.0.0/8') && !isCIDR('10.0.0.0/33')
            string(cidr('10.1.2.3/8')) == '10.1.2.3/8' && cidr('::1/128').ip() == ip('::1')
            semver('1.2.3-rc.1').isLessThan(semver('1.2.3')) && !isSemver('1.2')
            semver('1.10.0').compareTo(semver('1.9.0')) == 1 && semver('2.0.0').major() == 2
            '10'.matches('^[0-9]+$') && size('äöü') == 3 && int('7') == 7
            """;

    private static final Map<String, Object> OBJECT =
            Map.of(
                    "metadata",
                            Map.of(
                                    "name",
                                    "web",
                                    "labels",
                                    Map.of("app.kubernetes.io/name", "web")),
                    "spec",
                            Map.of(
                                    "replicas",
                                    3,
                                    "share",
                                    0.5,
                                    "containers",
                                    List.of(
                                            Map.of("name", "a", "image", "a:1"),
                                            Map.of("name", "b", "image", "b:latest"))));

    static Stream<String> expressions() {
        return TRUE.lines();
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void knows_the_language_of_kubernetes(String expression) {
        assertThat(evaluate(expression)).extracting("value").isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "object.spec.missing == 3",
                "object.metadata.name > 3",
                "[].min() == 1",
                "quantity('many').isInteger()",
                "ip('not').isLoopback()",
                "1 / 0 == 1",
                "'x'.matches('(')"
            })
    void says_why_it_fails(String expression) {
        assertThat(evaluate(expression)).isInstanceOf(Evaluation.Failed.class);
    }

    @Test
    void refuses_what_does_not_compile_and_says_where() {
        assertThat(EXPRESSIONS.compile("object.spec.replicas ==")).asString().contains("1:24");
        assertThat(EXPRESSIONS.compile("nothing.name == 'x'"))
                .asString()
                .contains("undeclared reference to 'nothing'");
    }

    @Test
    void compiles_a_text_once() {
        assertThat(EXPRESSIONS.compile("1 + 1 == 2")).isSameAs(EXPRESSIONS.compile("1 + 1 == 2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "object.spec.replicas > 5                                  -> /spec/replicas",
                "has(object.spec.missing)                                  -> /spec/missing",
                "object.spec.replicas == 3 && 'x' in object.metadata       -> /metadata/x",
                "object.spec.containers.all(c, !c.image.endsWith(':latest')) -> /spec/containers/1/image",
                "object.metadata.labels['app.kubernetes.io/name'] == 'x'   -> /metadata/labels/app.kubernetes.io~1name",
                "object.spec.containers[1].name == 'x'                     -> /spec/containers/1/name",
                "object.?spec.?none.orValue(1) == 2                        -> /spec/none"
            })
    void names_the_field_that_decides(String sample) {
        var parts = sample.split("->");
        var evaluation = evaluate(parts[0].strip());

        assertThat(evaluation).extracting("value").isEqualTo(false);
        assertThat(evaluation.field()).contains(parts[1].strip());
    }

    @Test
    void names_no_field_where_none_is_looked_at() {
        assertThat(evaluate("1 == 2").field()).isEmpty();
    }

    private static Evaluation evaluate(String expression) {
        var object = Values.of(OBJECT);
        return EXPRESSIONS.evaluate(
                expression,
                Map.of("object", object, "params", Values.of(null)),
                FieldPaths.of(object));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    object                                      | object
                    object.a == 1                               | object.a
                    has(object.a.b)                             | object.a.b
                    has(object.a) && object.c != 1              | object.a
                    object.a.filter(e, e.b == 'x').size() == 0  | object.a
                    object['a'].b                               | object
                    """)
    void what_hangs_on_a_variable_without_a_value_fails_by_its_name(String text, String name) {
        assertThat(EXPRESSIONS.evaluate(text, Map.of(), FieldPaths.none()))
                .isInstanceOfSatisfying(
                        Evaluation.Failed.class,
                        failed ->
                                assertThat(failed.reason())
                                        .isEqualTo("no such attribute(s): " + name));
        assertThat(EXPRESSIONS.evaluate("true || object.a", Map.of(), FieldPaths.none()))
                .isInstanceOf(Evaluation.Value.class);
    }
}
