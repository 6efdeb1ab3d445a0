package io.dabbawala.reconciler.knowntype;

import static io.dabbawala.reconciler.diff.Objects.changes;
import static io.dabbawala.reconciler.diff.Objects.of;
import static io.dabbawala.reconciler.diff.Objects.pointers;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.reconciler.application.SpecField;
import io.dabbawala.reconciler.diff.Comparison;
import io.dabbawala.reconciler.diff.NotCompared;
import io.dabbawala.reconciler.ignore.IgnoreRules;
import io.dabbawala.reconciler.object.FieldChange;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownFieldsTest {

    private static final String KITCHEN = "example.org/v1/Kitchen";

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "core/Quantity; '1000m'; 1",
                "core/Quantity; '0.5Gi'; '512Mi'",
                "core/Quantity; '1e3'; '1k'",
                "core/Quantity; '-1500m'; -1.5",
                "core/Quantity; '0Mi'; 0",
                "core/Quantity; '0.5n'; '0.50n'",
                "meta/v1/Duration; '60m'; '1h0m0s'",
                "meta/v1/Duration; '90s'; '1m30s'",
                "meta/v1/Duration; '0.25s'; '250ms'",
                "meta/v1/Duration; '1.50s'; '1500ms'",
                "meta/v1/Duration; '-2000us'; '-2ms'",
                "meta/v1/Duration; '0h'; '0s'",
                "core/v1/ResourceList; {'cpu':'0.1','example.org/oven':2}; {'example.org/oven':'2','cpu':'100m'}",
                "core/v1/Probe; {'periodSeconds':0,'httpGet':{'port':'web','path':''}}; {'httpGet':{'port':'web'}}",
                "core/v1/Probe; {'httpGet':{}}; {'httpGet':{'port':0}}",
                "core/v1/EnvVar; {'value':''}; {'name':''}",
                "core/v1/EnvVar; {'name':null}; {'name':''}",
                "core/v1/ServiceSpec; {'ports':[{'port':80}],'selector':{}}; {'ports':[{'port':80,'targetPort':0}]}",
                "core/v1/PodSpec; {'containers':[{'name':'a','args':[],'stdin':false,'ovens':1}],'hostNetwork':false}; {'containers':[{'name':'a','resources':{}}]}",
                "core/v1/PodSpec; {'overhead':{'cpu':'1'},'volumes':[{'name':'v','emptyDir':{'sizeLimit':'1024Mi'}}]}; {'overhead':{'cpu':'1000m'},'volumes':[{'name':'v','emptyDir':{'sizeLimit':'1Gi'}}]}",
                "core/v1/PodTemplateSpec; {'metadata':{'labels':{}}}; {'spec':{'containers':null}}"
            })
    void the_same_said_in_another_way_is_no_difference(String type, String one, String other) {
        assertThat(differences(type, one, other)).isEmpty();
        assertThat(differences(type, other, one)).isEmpty();
        assertThat(ofUnknownType(one, other)).as("where nobody declared the type").isNotEmpty();
    }

    @ParameterizedTest(name = "{0}: {1} is not {2}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "core/Quantity; '1'; '2'",
                "core/Quantity; 'some'; 'more'",
                "meta/v1/Duration; '60m'; '61m'",
                "meta/v1/Duration; 60; '60s'",
                "core/v1/Unheard; '1000m'; '1'",
                "core/v1/EnvVar; {'name':''}; {'name':'a'}",
                "core/v1/Probe; {'httpGet':{'port':80}}; {'httpGet':{'port':'80'}}",
                "core/v1/PodSpec; {'terminationGracePeriodSeconds':0}; {}",
                "core/v1/PodSpec; {'securityContext':{}}; {}",
                "core/v1/PodSpec; {'dnsPolicy':'ClusterFirst'}; {}",
                "core/v1/PodSpec; {'hostNetwork':'no','nodeSelector':{}}; {'hostNetwork':'no'}",
                "core/v1/PodSpec; {'containers':[{'name':'a'},{'name':'b'}]}; {'containers':[{'name':'a'}]}"
            })
    void what_means_something_else_is(String type, String desired, String live) {
        assertThat(differences(type, desired, live)).isNotEmpty();
    }

    @Test
    void a_field_is_found_through_lists() {
        var known = known("spec.shifts.cooks.pay", "core/Quantity");
        var desired =
                "{'spec':{'shifts':[{'cooks':[{'pay':'1000m'},{'pay':'2'}]},{'cooks':[]},7]}}";
        var live = "{'spec':{'shifts':[{'cooks':[{'pay':'1'},{'pay':'3'}]},{'cooks':[]},7]}}";

        assertThat(pointers(compared(known, KITCHEN, desired, live)))
                .containsExactly("/spec/shifts/0/cooks/1/pay");
    }

    @Test
    void each_object_of_a_list_is_of_the_type() {
        var known = known("spec.env", "core/v1/EnvVar");
        var desired = "{'spec':{'env':[{'name':'A','value':''},{'name':'B','value':'1'}]}}";
        var live = "{'spec':{'env':[{'name':'A'},{'name':'B','value':'2'}]}}";

        assertThat(pointers(compared(known, KITCHEN, desired, live)))
                .containsExactly("/spec/env/1/value");
    }

    @Test
    void a_rollout_holds_a_pod_unless_something_else_is_said_of_it() {
        var spec = "{'spec':{'weight':%s,'template':{'spec':{'overhead':{'cpu':%1$s}}}}}";
        var one = spec.formatted("'1000m'");
        var other = spec.formatted("'1'");

        assertThat(pointers(compared(KnownFields.UNSAID, "argoproj.io/v1/Rollout", one, other)))
                .containsExactly("/spec/weight");
        assertThat(
                        pointers(
                                compared(
                                        known("spec.weight", "core/Quantity"),
                                        "argoproj.io/v1/Rollout",
                                        one,
                                        other)))
                .containsExactly("/spec/template/spec/overhead/cpu");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "core/Quantity, '2048Mi', \"2Gi\"",
                "core/Quantity, 3000, \"3k\"",
                "core/Quantity, '-0.25', \"-250m\"",
                "meta/v1/Duration, '90m', \"1h30m0s\"",
                "meta/v1/Duration, '3660.5s', \"1h1m0.5s\"",
                "meta/v1/Duration, '1500us', \"1.5ms\"",
                "meta/v1/Duration, '-100000ms', \"-1m40s\""
            })
    void what_is_shown_has_one_spelling(String type, String said, String shown) {
        assertThat(differences(type, said, "'7'"))
                .singleElement()
                .satisfies(one -> assertThat(one.desired()).isEqualTo(shown));
    }

    private static List<FieldChange> differences(String type, String desired, String live) {
        return compared(known("spec.it", type), KITCHEN, it(desired), it(live));
    }

    private static List<FieldChange> ofUnknownType(String one, String other) {
        var changes =
                List.of(
                        compared(KnownFields.UNSAID, KITCHEN, it(one), it(other)),
                        compared(KnownFields.UNSAID, KITCHEN, it(other), it(one)));
        return changes.stream().flatMap(List::stream).toList();
    }

    private static String it(String value) {
        return "{'spec':{'it':%s}}".formatted(value);
    }

    private static KnownFields known(String field, String type) {
        var fields = new SpecField("test", List.of(Map.of("field", field, "type", type)));
        return KnownFields.of(Map.of("example.org/Kitchen", fields, "argoproj.io/Rollout", fields));
    }

    private static List<FieldChange> compared(
            KnownFields known, String kind, String desired, String live) {
        var comparison = new Comparison(IgnoreRules.NONE, NotCompared.STATUS, known);
        return changes(comparison, of(kind, desired), of(kind, live));
    }
}
