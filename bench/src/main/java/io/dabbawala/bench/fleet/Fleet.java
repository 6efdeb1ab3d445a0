package io.dabbawala.bench.fleet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * So many applications, spread over a few namespaces.
 *
 * @param shape what each consists of
 */
public record Fleet(int applications, Shape shape) {

    /** A label on every object, by which an observer finds them. */
    public static final String LABEL = "bench=fleet";

    private static final int NAMESPACES = 20;

    public enum Shape {
        CONFIG_MAP,
        FOUR_OBJECTS
    }

    public static String name(int application) {
        return "app-%05d".formatted(application);
    }

    public static String namespace(int application) {
        return "fleet-%02d".formatted(application % NAMESPACES);
    }

    public Stream<String> namespaces() {
        return IntStream.range(0, NAMESPACES).mapToObj(Fleet::namespace);
    }

    public IntStream all() {
        return IntStream.range(0, applications);
    }

    /** The folder with its declarations and the folders with its manifests, by path. */
    public Map<String, String> files(String repository, String value) {
        var files = new LinkedHashMap<String, String>();
        all().forEach(
                        one -> {
                            files.put("delivery/" + name(one) + ".yaml", declared(one, repository));
                            files.put(configPath(one), config(one, value));
                            if (shape == Shape.FOUR_OBJECTS) {
                                files.put(path(one, "others"), others(one, "1"));
                            }
                        });
        files.put("README.md", "A fleet of applications.\n");
        return files;
    }

    public static String configPath(int application) {
        return path(application, "config");
    }

    /** The ConfigMap whose {@code data.value} an observer looks for. */
    public static String config(int application, String value) {
        return objectHead("v1", "ConfigMap", application)
                + "data:\n  value: \"%s\"\n".formatted(value);
    }

    /** All objects of one application, each as it is applied. */
    public List<String> objects(int application, String value) {
        return Stream.of(
                        config(application, value)
                                + (shape == Shape.FOUR_OBJECTS
                                        ? "---\n" + others(application, "1")
                                        : ""))
                .flatMap(text -> Stream.of(text.split("---\n")))
                .toList();
    }

    private static String path(int application, String file) {
        return "apps/%s/%s.yaml".formatted(name(application), file);
    }

    private static String declared(int application, String repository) {
        return """
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata:
          name: %s
          namespace: argocd
        spec:
          project: default
          source: {repoURL: "%s", path: apps/%s, targetRevision: main}
          destination: {server: https://kubernetes.default.svc, namespace: %s}
          syncPolicy: {automated: {prune: true, selfHeal: true}}
        """
                .formatted(
                        name(application), repository, name(application), namespace(application));
    }

    private static String others(int application, String version) {
        return objectHead("v1", "ServiceAccount", application)
                + "---\n"
                + objectHead("v1", "Service", application)
                + """
                spec:
                  selector: {app: %1$s}
                  ports: [{name: http, port: 80, targetPort: 8080}]
                """
                        .formatted(name(application))
                + "---\n"
                + objectHead("apps/v1", "Deployment", application)
                + """
                spec:
                  replicas: 1
                  selector: {matchLabels: {app: %1$s}}
                  template:
                    metadata: {labels: {app: %1$s}}
                    spec:
                      serviceAccountName: %1$s
                      containers:
                        - name: app
                          image: registry.example/app:%2$s
                          ports: [{name: http, containerPort: 8080}]
                          resources: {requests: {cpu: 1m, memory: 8Mi}}
                """
                        .formatted(name(application), version);
    }

    private static String objectHead(String apiVersion, String kind, int application) {
        return """
        apiVersion: %s
        kind: %s
        metadata:
          name: %s
          namespace: %s
          labels: {bench: fleet}
        """
                .formatted(apiVersion, kind, name(application), namespace(application));
    }
}
