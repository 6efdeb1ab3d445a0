package io.dabbawala.reconciler.sync;

import static io.dabbawala.reconciler.plan.Fixtures.desired;
import static io.dabbawala.reconciler.plan.Fixtures.withSpec;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DependenciesTest {

    private final Dependencies dependencies = new Dependencies();

    @Test
    void an_annotation_names_applications_with_and_without_their_namespace() {
        declare("{'annotations':{'dabbawala.io/depends-on':'db, bank/ledger,db'}}");

        assertThat(dependencies.of("argocd/web")).containsExactly("argocd/db", "bank/ledger");
        assertThat(dependencies.waitingFor("bank/ledger")).containsExactly("argocd/web");
        assertThat(dependencies.waitingFor("argocd/web")).isEmpty();
    }

    @Test
    void a_kustomization_names_them_in_its_spec() {
        declare("{'dependsOn':[{'name':'db'},{'name':'ledger','namespace':'bank'}]}");

        assertThat(dependencies.of("argocd/web")).containsExactly("argocd/db", "bank/ledger");
    }

    @Test
    void what_depends_on_nobody_or_is_forgotten_waits_for_nobody() {
        declare("{'dependsOn':[{'name':'db'}]}");
        dependencies.forget("argocd/web");
        assertThat(dependencies.of("argocd/web")).isEmpty();

        declare("");
        assertThat(dependencies.of("argocd/web")).isEmpty();
    }

    private void declare(String spec) {
        dependencies.declare(withSpec(desired(1), spec, 1));
    }
}
