package io.dabbawala.cli.offline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.gitwatcher.render.CanonicalJson;
import io.dabbawala.reconciler.hook.Phase;
import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.order.Placed;
import io.dabbawala.reconciler.order.SyncOrder;
import java.util.IdentityHashMap;
import java.util.List;

/** Manifests in the order a sync applies them in: waves, then kinds, then names. */
final class ApplyOrder {

    static List<ObjectNode> of(List<ObjectNode> objects) {
        var known = new IdentityHashMap<Object, ObjectNode>();
        var placed =
                objects.stream()
                        .map(
                                object -> {
                                    var manifest =
                                            Manifest.of(Json.object(CanonicalJson.of(object)));
                                    var item = new Placed.Item.Declared(manifest);
                                    known.put(item, object);
                                    return Placed.of(Phase.SYNC, item);
                                })
                        .toList();
        return new SyncOrder("", _ -> false)
                .of(placed).stream().map(one -> known.get(one.item())).toList();
    }

    private ApplyOrder() {}
}
