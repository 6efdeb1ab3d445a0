package io.dabbawala.e2e;

import io.dabbawala.local.demo.Developer;
import java.util.List;

/** What the market's repository declares. */
final class Stalls {

    private static final List<String> NAMES = List.of("fish", "fruit", "tea");

    private static final String APPLICATION =
            """
            apiVersion: argoproj.io/v1alpha1
            kind: Application
            metadata: {name: NAME, namespace: argocd}
            spec:
              project: default
              source: {repoURL: "REPOSITORY", targetRevision: main, path: apps/NAME}
              destination: {server: https://kubernetes.default.svc, namespace: market}
              syncPolicy:
                automated: {prune: true, selfHeal: true}
                syncOptions: [CreateNamespace=true]
            """;
    private static final String CONFIG =
            """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: NAME
              annotations: {argocd.argoproj.io/sync-wave: "WAVE"}
            data: {number: "NUMBER"}
            """;
    private static final String DEPLOYMENT =
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: fruit}
            spec:
              replicas: 1
              selector: {matchLabels: {app: fruit}}
              template:
                metadata: {labels: {app: fruit}}
                spec:
                  containers:
                  - {name: fruit, image: "market/fruit:NUMBER"}
            """;

    static void declare(Developer developer) {
        for (var name : NAMES) {
            developer.write(
                    "delivery/%s.yaml".formatted(name),
                    APPLICATION.replace("NAME", name).replace("REPOSITORY", developer.url()));
        }
    }

    static void write(Developer developer, int number) {
        for (int wave = 0; wave < 3; wave++) {
            var name = "fish-" + wave;
            developer.write("apps/fish/%s.yaml".formatted(name), config(name, wave, number));
        }
        developer.write(
                "apps/fruit/deployment.yaml",
                DEPLOYMENT.replace("NUMBER", Integer.toString(number)));
        developer.write("apps/fruit/config.yaml", config("fruit", 0, number));
        developer.write("apps/tea/config.yaml", config("tea", 0, number));
    }

    private static String config(String name, int wave, int number) {
        return CONFIG.replace("NAME", name)
                .replace("WAVE", Integer.toString(wave))
                .replace("NUMBER", Integer.toString(number));
    }

    private Stalls() {}
}
