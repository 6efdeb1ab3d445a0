package io.dabbawala.reconciler.operation;

import io.dabbawala.reconciler.application.SyncPolicy;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.ObjectRef;
import java.util.Optional;

/**
 * What stays although its application is deleted (Argo CD, controller/appcontroller.go).
 *
 * @param application {@code namespace/name}
 */
public record KeptObjects(String application, SyncPolicy policy) {

    /** Why it stays; empty if it goes. */
    public Optional<String> why(LiveObject live) {
        if (live.ref().isOfKind("apiextensions.k8s.io", "CustomResourceDefinition")) {
            return Optional.of("stays (the definition of a kind)");
        }
        if (isItself(live.ref())) {
            return Optional.of("stays (the application itself)");
        }
        if (live.annotation("helm.sh/resource-policy").equals("keep")) {
            return Optional.of("stays (helm.sh/resource-policy: keep)");
        }
        return isOption(live, "false") ? Optional.of("stays (Delete=false)") : Optional.empty();
    }

    /** Whether somebody has to agree before it goes. */
    public boolean needsApproval(LiveObject live) {
        return isOption(live, "confirm");
    }

    private boolean isOption(LiveObject live, String value) {
        return ObjectOptions.of(live.content(), policy)
                .value("Delete")
                .filter(value::equals)
                .isPresent();
    }

    private boolean isItself(ObjectRef ref) {
        return ref.isOfKind("argoproj.io", "Application")
                && application.equals(ref.namespace() + "/" + ref.name());
    }
}
