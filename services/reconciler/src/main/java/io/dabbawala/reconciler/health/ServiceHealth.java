package io.dabbawala.reconciler.health;

import io.dabbawala.reconciler.plan.LiveObject;
import io.dabbawala.reconciler.plan.Tree;

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
