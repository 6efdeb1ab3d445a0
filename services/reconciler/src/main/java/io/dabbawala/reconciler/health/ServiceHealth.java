package io.dabbawala.reconciler.health;

import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Tree;

final class ServiceHealth implements HealthRule {

    @Override
    public Health of(LiveObject object) {
        return Tree.text(object.content(), "spec", "type").equals("LoadBalancer")
                        && Tree.list(object.content(), "status", "loadBalancer", "ingress")
                                .isEmpty()
                ? Health.progressing("")
                : Health.healthy();
    }
}
