package io.dabbawala.testkit.twin;

import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/**
 * What the product relies on in an API server. It holds for the twin and for a real one; a promise
 * of the twin that is not here is none.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ApiServerContract
        implements DiscoveryContract,
                ObjectContract,
                RefusalContract,
                PatchContract,
                ApplyContract,
                DefaultsContract,
                WatchContract,
                DeletionContract,
                WorkloadContract {

    private String namespace = "";

    @BeforeEach
    void a_namespace_of_its_own() {
        namespace = "contract-" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
        Contract.assertCode(
                api().post(
                                "/api/v1/namespaces",
                                "{\"metadata\": {\"name\": \"%s\"}}".formatted(namespace)),
                201);
        await(core("serviceaccounts/default"), answer -> answer.code() == 200);
        await(core("configmaps/kube-root-ca.crt"), answer -> answer.code() == 200);
    }

    @Override
    public String namespace() {
        return namespace;
    }
}
