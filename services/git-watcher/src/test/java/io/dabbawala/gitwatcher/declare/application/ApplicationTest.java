package io.dabbawala.gitwatcher.declare.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.gitwatcher.declare.repository.Origin;
import io.dabbawala.gitwatcher.render.Directory;
import io.dabbawala.gitwatcher.source.Overridable;
import io.dabbawala.gitwatcher.source.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicationTest {

    @Test
    void reads_what_argo_cd_reads_of_a_directory_source() {
        var application =
                application(
                        """
                        {"project":"bank","source":{"repoURL":"https://git.example/shop.git",
                        "targetRevision":"v1","path":"./apps/web/","directory":{"recurse":true,
                        "include":"*.yaml","exclude":"x*"}},
                        "destination":{"server":"https://kubernetes.default.svc","namespace":"shop"},
                        "syncPolicy":{"automated":{"prune":true,"selfHeal":true,"allowEmpty":true},
                        "syncOptions":["CreateNamespace=true"]}}
                        """);

        assertThat(application.key()).isEqualTo("argocd/web");
        assertThat(application.origin().path()).isEqualTo("apps/web");
        assertThat(application.origin().tool())
                .isInstanceOfSatisfying(
                        Overridable.class,
                        tool ->
                                assertThat(tool.declared())
                                        .isEqualTo(
                                                new Tool.Plain(
                                                        new Directory(true, "*.yaml", "x*"))));
        assertThat(application.target())
                .isEqualTo(
                        new Target(
                                "bank",
                                new Destination("", "https://kubernetes.default.svc", "shop"),
                                new SyncPolicy(
                                        true,
                                        true,
                                        true,
                                        true,
                                        java.util.List.of("CreateNamespace=true")),
                                """
                                {"destination":{"namespace":"shop","server":"https://kubernetes.default.svc"},\
                                "project":"bank",\
                                "syncPolicy":{"automated":{"allowEmpty":true,"prune":true,"selfHeal":true},\
                                "syncOptions":["CreateNamespace=true"]}}"""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{};false",
                "{\"syncPolicy\":{}};false",
                "{\"syncPolicy\":{\"automated\":{}}};true",
                "{\"syncPolicy\":{\"automated\":{\"enabled\":false}}};false"
            })
    void is_automated_only_when_it_says_so(String spec, boolean automated) {
        assertThat(application(spec).target().syncPolicy().automated()).isEqualTo(automated);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"source\":{\"plugin\":{}}};spec.source.plugin is not rendered",
                "{\"source\":{\"helm\":{},\"kustomize\":{}}};multiple application sources defined:"
                        + " Helm,Kustomize",
                "{\"source\":{\"chart\":\"x\"}};spec.source.chart is not rendered",
                "{\"source\":{\"path\":\"../x\"}};a path must not leave its repository"
            })
    void says_what_of_its_source_is_not_rendered(String spec, String reason) {
        assertThat(application(spec).origin().tool())
                .isInstanceOfSatisfying(
                        Tool.Unsupported.class,
                        tool -> assertThat(tool.reason()).startsWith(reason));
    }

    @Test
    void has_several_sources_and_the_revision_of_the_first_that_is_rendered() {
        var application =
                application(
                        """
                        {"sources":[{"repoURL":"https://git.example/values","ref":"values"},
                        {"repoURL":"https://git.example/shop","path":"web","helm":
                        {"valueFiles":["$values/web.yaml"]}},
                        {"repoURL":"https://git.example/more","path":"more","ref":"more"}],
                        "source":{"path":"ignored"}}
                        """);

        assertThat(application.origins()).hasSize(3);
        assertThat(application.rendered()).extracting(Origin::path).containsExactly("web", "more");
        assertThat(application.origin().path()).isEqualTo("web");
    }

    @Test
    void hands_on_what_it_does_not_act_on_itself_but_no_source() {
        var application =
                declared(
                        """
                        {"metadata":{"annotations":{"argocd.argoproj.io/compare-options":
                        "ServerSideDiff=true","example.org/owner":"shop"}},
                        "spec":{"source":{"path":"web"},"sources":[],"sourceHydrator":{},
                        "ignoreDifferences":[{"kind":"Deployment","jsonPointers":["/spec/replicas"]}]}}
                        """);

        assertThat(application.target().spec())
                .isEqualTo(
                        """
                        {"annotations":{"argocd.argoproj.io/compare-options":"ServerSideDiff=true"},\
                        "ignoreDifferences":[{"jsonPointers":["/spec/replicas"],"kind":"Deployment"}]}""");
    }

    private static Application application(String spec) {
        return declared("{\"spec\":%s}".formatted(spec));
    }

    private static Application declared(String json) {
        return Application.of(
                new Declaration(
                        "argoproj.io/v1alpha1",
                        "Application",
                        "argocd",
                        "web",
                        json,
                        "shop",
                        "r",
                        "delivery/web.yaml"));
    }
}
