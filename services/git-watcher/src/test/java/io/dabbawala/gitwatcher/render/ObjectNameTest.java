package io.dabbawala.gitwatcher.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectNameTest {

    @ParameterizedTest
    @CsvSource({
        "v1,ConfigMap,kube-root-ca.crt",
        "v1,Service,web",
        "v1,Namespace,shop",
        "apps/v1,Deployment,1web",
        "rbac.authorization.k8s.io/v1,ClusterRole,system:node.Proxier",
        "user.example/v1,Image,'sha256:ABC'"
    })
    void takes_what_kubernetes_takes(String apiVersion, String kind, String name) throws Exception {
        assertThat(read(apiVersion, kind, name)).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "v1,ConfigMap,Web,a DNS subdomain",
        "v1,Secret,a_b,a DNS subdomain",
        "v1,Secret,a..b,a DNS subdomain",
        "apps/v1,Deployment,-web,a DNS subdomain",
        "v1,Service,web.shop,a DNS label",
        "v1,Namespace,Shop,a DNS label",
        "rbac.authorization.k8s.io/v1,Role,a/b,a segment of a path",
        "user.example/v1,Image,..,a segment of a path"
    })
    void refuses_what_it_refuses(String apiVersion, String kind, String name, String wanted) {
        assertThatThrownBy(() -> read(apiVersion, kind, name))
                .hasMessageStartingWith(
                        "%s: metadata.name \"%s\" is not %s".formatted(kind, name, wanted));
    }

    @Test
    void a_name_may_have_253_characters_a_label_63_and_a_namespace_is_a_label() throws Exception {
        assertThat(read("v1", "ConfigMap", "a".repeat(253))).isOne();
        assertThatThrownBy(() -> read("v1", "ConfigMap", "a".repeat(254)))
                .hasMessageContaining("a DNS subdomain");
        assertThat(read("v1", "Service", "a".repeat(63))).isOne();
        assertThatThrownBy(() -> read("v1", "Service", "a".repeat(64)))
                .hasMessageContaining("a DNS label");
        assertThatThrownBy(() -> read("v1", "ConfigMap", "a, namespace: ../x"))
                .hasMessageContaining("metadata.namespace \"../x\" is no DNS label");
    }

    private static int read(String apiVersion, String kind, String name) throws UnreadableSource {
        var quoted = name.contains(",") ? name : "'" + name + "'";
        var yaml =
                "apiVersion: %s\nkind: %s\nmetadata: {name: %s}\n"
                        .formatted(apiVersion, kind, quoted);
        return ManifestFile.read("a.yaml", yaml.getBytes(UTF_8), Limits.USUAL).size();
    }
}
