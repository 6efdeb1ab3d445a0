package io.dabbawala.reconciler.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dabbawala.reconciler.plan.Fixtures;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicationSpecTest {

    private static final Set<String> OPTIONS = Set.of("CreateNamespace=true", "Replace=true");
    private static final String COMPARE = "argocd.argoproj.io/compare-options";

    @Test
    void everything_that_is_said_is_read() {
        var spec =
                parsed(
                        """
                        {'project':'bank','destination':{'name':'east','namespace':'shop'},
                         'revisionHistoryLimit':10,'info':[{'name':'url','value':'x'}],
                         'syncPolicy':{'automated':{'prune':true,'selfHeal':true},
                          'syncOptions':['CreateNamespace=true','Replace=true'],
                          'managedNamespaceMetadata':{'labels':{'team':'pay'},'annotations':{}},
                          'retry':{'limit':3,'refresh':true,
                           'backoff':{'duration':'2s','factor':2,'maxDuration':'1m'}}},
                         'ignoreDifferences':[{'group':'apps','kind':'*','name':'web',
                          'namespace':'shop','jsonPointers':['/spec/replicas'],
                          'jqPathExpressions':['.spec.x'],'managedFieldsManagers':['hpa']}],
                         'annotations':{'argocd.argoproj.io/compare-options':'ServerSideDiff=true'}}
                        """);

        var entry = spec.ignoreDifferences().getFirst();
        assertThat(spec.destination()).isEqualTo(new Destination("east", "", "shop"));
        assertThat(spec.syncPolicy()).isEqualTo(new SyncPolicy(true, true, true, false, OPTIONS));
        assertThat(spec.retry()).isEqualTo(new RetryPolicy(3L, "2s", 2L, "1m", true));
        assertThat(spec.managedNamespaceMetadata())
                .isEqualTo(new ApplicationSpec.NamespaceMetadata(Map.of("team", "pay"), Map.of()));
        assertThat(List.of(entry.group(), entry.kind(), entry.name(), entry.namespace()))
                .containsExactly("apps", "*", "web", "shop");
        assertThat(entry.jsonPointers()).containsExactly("/spec/replicas");
        assertThat(entry.jqPathExpressions()).containsExactly(".spec.x");
        assertThat(entry.managedFieldsManagers()).containsExactly("hpa");
        assertThat(spec.annotations()).isEqualTo(Map.of(COMPARE, "ServerSideDiff=true"));
    }

    @Test
    void what_is_not_said_is_absent_and_no_error() {
        assertThat(parsed("{'syncPolicy':null,'destination':{'namespace':null}}"))
                .isEqualTo(
                        ApplicationSpec.of(
                                "default",
                                new Destination("", "", ""),
                                new SyncPolicy(false, false, false, false, Set.of())));
    }

    @Test
    void a_state_without_a_spec_says_what_it_always_said() {
        var state = Fixtures.desired(1);

        assertThat(state.applicationSpec().syncPolicy()).isEqualTo(Fixtures.AUTOMATED);
        assertThat(state.applicationSpec().destination()).isEqualTo(state.destination());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'project':1};spec.project must be a text, not 1",
                "{'destination':'shop'};spec.destination must be an object, not \"shop\"",
                "{'syncPolicy':{'automated':true}};spec.syncPolicy.automated must be an object, not true",
                "{'syncPolicy':{'automated':{'prune':'yes'}}};spec.syncPolicy.automated.prune must be true or false, not \"yes\"",
                "{'syncPolicy':{'syncOptions':'a'}};spec.syncPolicy.syncOptions must be a list, not \"a\"",
                "{'syncPolicy':{'syncOptions':[1]}};spec.syncPolicy.syncOptions[0] must be a text, not 1",
                "{'syncPolicy':{'retry':{'limit':'5'}}};spec.syncPolicy.retry.limit must be a whole number, not \"5\"",
                "{'syncPolicy':{'retry':{'limit':1.5}}};spec.syncPolicy.retry.limit must be a whole number, not 1.5",
                "{'ignoreDifferences':[{},{'jsonPointers':{}}]};spec.ignoreDifferences[1].jsonPointers must be a list, not {}",
                "[];no JSON as expected"
            })
    void a_wrong_type_is_refused_and_named(String json, String reason) {
        assertThatThrownBy(() -> parsed(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(reason);
    }

    private static ApplicationSpec parsed(String json) {
        return ApplicationSpec.parse(json.replace('\'', '"'));
    }
}
