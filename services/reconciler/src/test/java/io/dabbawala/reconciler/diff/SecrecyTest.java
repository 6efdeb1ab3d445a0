package io.dabbawala.reconciler.diff;

import static io.dabbawala.reconciler.diff.Objects.changes;
import static io.dabbawala.reconciler.diff.Objects.lastApplied;
import static io.dabbawala.reconciler.diff.Objects.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.reconciler.plan.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecrecyTest {

    private static final String KIND = "v1/Secret";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'data':{'p':'aHVudGVyMg=='}}; {'data':{'p':'b2xk'}}; /data/p",
                "{'stringData':{'p':'hunter2'}}; {'data':{'p':'b2xk'}}; /data/p",
                "{'data':{'p':'aHVudGVyMg=='}}; {}; /data",
                "{'data':'hunter2'}; {}; /data",
                "{'strinData':{'p':'hunter2'}}; {}; /strinData"
            })
    void a_value_is_never_told(String desired, String live, String pointer) {
        assertThat(changes(of(KIND, desired), of(KIND, live)))
                .singleElement()
                .satisfies(
                        change -> {
                            assertThat(change.pointer()).isEqualTo(pointer);
                            assertThat(change.desired()).isEqualTo("\"<redacted, differs>\"");
                            assertThat(change.toString())
                                    .doesNotContain("hunter2", "aHVudGVyMg==", "b2xk");
                        });
    }

    @Test
    void what_kubectl_wrote_down_of_it_is_not_told_either() {
        var before = of(KIND, "{'data':{'p':'aHVudGVyMg==','q':'b2xk'}}");
        var after = of(KIND, "{'data':{'p':'aHVudGVyMg=='}}");
        var noted = lastApplied(after, before);

        assertThat(changes(after, lastApplied(before, before)).toString())
                .contains("/data/q")
                .doesNotContain("b2xk");
        assertThat(changes(noted, after).toString()).doesNotContain("b2xk", "aHVudGVyMg==");
    }

    @Test
    void its_type_and_its_labels_are_told() {
        var desired = of(KIND, "{'type':'Opaque','metadata':{'labels':{'a':'1'}}}");
        var live = of(KIND, "{'type':'tls','metadata':{'labels':{'a':'2'}}}");

        assertThat(changes(desired, live).toString()).contains("Opaque", "tls", "\"1\"", "\"2\"");
    }

    @Test
    void values_of_other_kinds_are_told() {
        assertThat(changes(Fixtures.config("a", "shown"), Fixtures.config("a", "other")).toString())
                .contains("shown");
    }
}
