package io.dabbawala.reconciler.plan;

import io.dabbawala.reconciler.application.DesiredState;
import io.dabbawala.reconciler.application.Destination;
import io.dabbawala.reconciler.application.SyncCause;
import io.dabbawala.reconciler.application.SyncPolicy;
import io.dabbawala.reconciler.application.Tracking;
import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.object.Tree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words for desired and live objects. JSON is written with single quotes. */
public final class Fixtures {

    public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    public static final SyncPolicy AUTOMATED = new SyncPolicy(true, true, true, false, Set.of());

    public static Map<String, Object> object(String json) {
        return Json.object(json.replace('\'', '"'));
    }

    public static Map<String, Object> config(String name, String answer) {
        return object(
                """
                {'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'%s','namespace':'shop'},
                 'data':{'answer':'%s'}}
                """
                        .formatted(name, answer));
    }

    public static Map<String, Object> deployment(String name, String image) {
        return object(
                """
                {'apiVersion':'apps/v1','kind':'Deployment',
                 'metadata':{'name':'%s','namespace':'shop'},
                 'spec':{'replicas':2,'selector':{'matchLabels':{'app':'%s'}},
                  'template':{'metadata':{'labels':{'app':'%s'}},
                   'spec':{'containers':[{'name':'web','image':'%s'}]}}}}
                """
                        .formatted(name, name, name, image));
    }

    /** The object with this annotation. */
    public static Map<String, Object> annotated(
            Map<String, Object> content, String annotation, String value) {
        return marked(content, "annotations", annotation, value);
    }

    /** The object with this label. */
    public static Map<String, Object> labelled(
            Map<String, Object> content, String label, String value) {
        return marked(content, "labels", label, value);
    }

    private static Map<String, Object> marked(
            Map<String, Object> content, String marks, String name, String value) {
        var all = new LinkedHashMap<>(Tree.map(content, "metadata", marks));
        all.put(name, value);
        var metadata = new LinkedHashMap<>(Tree.map(content, "metadata"));
        metadata.put(marks, all);
        return with(content, "metadata", metadata);
    }

    public static Map<String, Object> with(
            Map<String, Object> content, String field, Object value) {
        var changed = new LinkedHashMap<>(content);
        changed.put(field, value);
        return changed;
    }

    /** As it is in the cluster when the application argocd/web has applied it. */
    public static Map<String, Object> ours(Map<String, Object> content) {
        var ref = Tree.refOf(content);
        return annotated(content, Tracking.ANNOTATION, Tracking.idOf("argocd/web", ref, "shop"));
    }

    @SafeVarargs
    public static DesiredState desired(long generation, Map<String, Object>... objects) {
        var all = new ArrayList<Map<String, Object>>();
        for (var object : objects) {
            all.add(object);
        }
        return desired(generation, AUTOMATED, all);
    }

    public static DesiredState desired(
            long generation, SyncPolicy policy, List<Map<String, Object>> objects) {
        return state(generation, policy, "shop", Json.write(objects), "argocd/web");
    }

    /** These manifests, to go to this namespace. */
    public static DesiredState in(String namespace, String manifests) {
        return in(namespace, manifests, 1);
    }

    public static DesiredState in(String namespace, String manifests, long generation) {
        return state(generation, AUTOMATED, namespace, manifests, "argocd/" + namespace);
    }

    private static DesiredState state(
            long generation,
            SyncPolicy policy,
            String namespace,
            String manifests,
            String application) {
        return new DesiredState(
                application,
                "delivery-" + generation,
                "r" + generation,
                generation,
                Json.digest(manifests),
                manifests,
                "default",
                new Destination("", "", namespace),
                policy,
                "",
                SyncCause.COMMIT,
                NOON);
    }

    /** The same state with this spec, or the next generation of it. */
    public static DesiredState withSpec(DesiredState state, String json, long generation) {
        return new DesiredState(
                state.application(),
                state.delivery(),
                state.revision(),
                generation,
                state.digest(),
                state.manifests(),
                state.project(),
                state.destination(),
                state.syncPolicy(),
                json.replace('\'', '"'),
                state.cause(),
                state.declaredAt());
    }

    public static ObjectRef ref(String kind, String name) {
        return ObjectRef.of(kind.equals("Deployment") ? "apps/v1" : "v1", kind, "shop", name);
    }

    private Fixtures() {}
}
