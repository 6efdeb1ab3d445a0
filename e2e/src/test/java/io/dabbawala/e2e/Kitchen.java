package io.dabbawala.e2e;

import io.dabbawala.local.demo.Developer;
import java.util.Locale;

/** One application of each kind there is: a chart, a set, one with hooks, one of Flux. */
final class Kitchen {

    private static final String APPLICATION =
            """
            apiVersion: argoproj.io/v1alpha1
            kind: Application
            metadata: {name: NAME, namespace: argocd}
            spec:
              project: default
              source: {repoURL: "REPOSITORY", targetRevision: main, path: kitchen/NAMEHELM}
              destination: {server: https://kubernetes.default.svc, namespace: market}
              syncPolicy: {automated: {}, syncOptions: [CreateNamespace=true]}
            """;
    private static final String SET =
            """
            apiVersion: argoproj.io/v1alpha1
            kind: ApplicationSet
            metadata: {name: breads, namespace: argocd}
            spec:
              goTemplate: true
              generators:
              - git: {repoURL: "REPOSITORY", revision: main, directories: [{path: kitchen/breads/*}]}
              template:
                metadata: {name: 'bread-{{.path.basename}}'}
                spec:
                  project: default
                  source: {repoURL: "REPOSITORY", targetRevision: main, path: '{{.path.path}}'}
                  destination: {server: https://kubernetes.default.svc, namespace: market}
                  syncPolicy: {automated: {}}
            """;
    private static final String FLUX =
            """
            apiVersion: source.toolkit.fluxcd.io/v1
            kind: GitRepository
            metadata: {name: market, namespace: flux-system}
            spec: {interval: 1m, url: "REPOSITORY", ref: {branch: main}}
            ---
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: {name: lassi, namespace: flux-system}
            spec:
              interval: 5m
              path: ./kitchen/lassi
              prune: true
              targetNamespace: market
              sourceRef: {kind: GitRepository, name: market}
              postBuild: {substitute: {fruit: mango}}
            """;
    private static final String HOOK =
            """
            apiVersion: batch/v1
            kind: Job
            metadata:
              name: curry-PHASE
              annotations: {argocd.argoproj.io/hook: PHASE}
            spec:
              template:
                spec:
                  restartPolicy: Never
                  containers: [{name: cook, image: "market/cook:1"}]
            """;

    static void open(Developer developer) {
        chart(developer);
        developer.write("delivery/breads.yaml", here(SET, developer));
        developer.write("kitchen/breads/naan/config.yaml", config("naan", "flour: wheat"));
        developer.write("kitchen/breads/roti/config.yaml", config("roti", "flour: millet"));
        developer.write("delivery/curry.yaml", application("curry", "", developer));
        developer.write("kitchen/curry/config.yaml", config("curry", "leaf: bay"));
        developer.write("kitchen/curry/before.yaml", hook("PreSync"));
        developer.write("kitchen/curry/after.yaml", hook("PostSync"));
        developer.write("delivery/lassi.yaml", here(FLUX, developer));
        developer.write("kitchen/lassi/config.yaml", config("lassi", "fruit: ${fruit}"));
    }

    private static void chart(Developer developer) {
        developer.write(
                "delivery/soup.yaml",
                application("soup", ", helm: {valuesObject: {spice: hot}}", developer));
        developer.write("kitchen/soup/Chart.yaml", "apiVersion: v2\nname: soup\nversion: 1.0.0\n");
        developer.write("kitchen/soup/values.yaml", "spice: mild\n");
        developer.write(
                "kitchen/soup/templates/config.yaml",
                config("{{ .Release.Name }}", "spice: {{ .Values.spice | upper | quote }}"));
    }

    private static String application(String name, String helm, Developer developer) {
        return here(APPLICATION.replace("NAME", name).replace("HELM", helm), developer);
    }

    private static String here(String text, Developer developer) {
        return text.replace("REPOSITORY", developer.url());
    }

    private static String config(String name, String data) {
        return "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: %s\ndata:\n  %s\n"
                .formatted(name, data);
    }

    private static String hook(String phase) {
        return HOOK.replace("curry-PHASE", "curry-" + phase.toLowerCase(Locale.ROOT))
                .replace("PHASE", phase);
    }

    private Kitchen() {}
}
