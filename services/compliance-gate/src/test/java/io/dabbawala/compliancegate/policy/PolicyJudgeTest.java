package io.dabbawala.compliancegate.policy;

import static io.dabbawala.compliancegate.policy.Objects.create;
import static io.dabbawala.compliancegate.policy.Objects.one;
import static io.dabbawala.compliancegate.policy.Objects.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.compliancegate.document.Document;
import io.dabbawala.expressions.Limits;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyJudgeTest {

    private static final PolicyJudge JUDGE = new PolicyJudge(Limits.DEFAULT);

    private static final Document WEB =
            one(
                    """
                    apiVersion: apps/v1
                    kind: Deployment
                    metadata: {name: web, namespace: shop, labels: {tier: front}}
                    spec: {replicas: 3, template: {spec: {containers: [{name: a, image: a:latest}]}}}
                    """);

    /** A policy for Deployments with these lines below spec. */
    private static String policy(String lines) {
        return """
                apiVersion: admissionregistration.k8s.io/v1
                kind: ValidatingAdmissionPolicy
                metadata: {name: p}
                spec:
                  matchConstraints:
                    resourceRules:
                    - {apiGroups: [apps], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [deployments]}
                """
                + lines.indent(2);
    }

    private static String binding(String lines) {
        return """
                ---
                apiVersion: admissionregistration.k8s.io/v1
                kind: ValidatingAdmissionPolicyBinding
                metadata: {name: b}
                spec:
                  policyName: p
                """
                + lines.indent(2);
    }

    private static List<Finding> judge(String policies, Admission admission) {
        return JUDGE.judge(PolicyBook.of(yaml(policies)), admission);
    }

    private static List<Finding> judge(String policies) {
        return judge(policies, create(WEB));
    }

    @Test
    void reports_every_broken_validation_and_no_other() {
        var findings =
                judge(
                        policy(
                                """
                                validations:
                                - {expression: 'object.spec.replicas > 5', message: too few}
                                - {expression: 'object.spec.replicas > 1'}
                                - expression: object.spec.template.spec.containers.all(c, !c.image.endsWith(':latest'))
                                  messageExpression: "'no latest in ' + object.metadata.name"
                                - {expression: 'object.spec.replicas > 9'}
                                """));

        assertThat(findings).extracting(Finding::validation).containsExactly(0, 2, 3);
        assertThat(findings)
                .extracting(Finding::message)
                .containsExactly(
                        "too few",
                        "no latest in web",
                        "failed expression: object.spec.replicas > 9");
        assertThat(findings)
                .extracting(it -> it.field().orElse(""))
                .containsExactly(
                        "/spec/replicas",
                        "/spec/template/spec/containers/0/image",
                        "/spec/replicas");
        assertThat(findings).allMatch(Finding::denies);
    }

    @Test
    void a_message_expression_that_fails_gives_way_to_the_message() {
        var findings =
                judge(
                        policy(
                                """
                                validations:
                                - {expression: 'false', message: plain, messageExpression: object.nothing.at}
                                """));

        assertThat(findings).extracting(Finding::message).containsExactly("plain");
    }

    @Test
    void an_expression_that_fails_denies_unless_failures_are_ignored() {
        var fails = "validations: [{expression: 'object.spec.nothing > 1'}]";

        assertThat(judge(policy(fails)))
                .singleElement()
                .satisfies(it -> assertThat(it.message()).contains("resulted in error"));
        assertThat(judge(policy("failurePolicy: Ignore\n" + fails))).isEmpty();
    }

    @Test
    void a_policy_that_does_not_compile_is_told_and_denies() {
        var broken = policy("validations: [{expression: 'object.spec.replicas >'}]");

        assertThat(JUDGE.problem(PolicyBook.of(yaml(broken)).policies().getFirst())).isPresent();
        assertThat(judge(broken)).hasSize(1);
    }

    @Test
    void a_match_condition_that_is_false_ends_it_and_one_that_fails_denies() {
        var denies = "validations: [{expression: 'false'}]\n";

        assertThat(
                        judge(
                                policy(
                                        denies
                                                + "matchConditions: [{name: c, expression:"
                                                + " 'object.metadata.name != \"web\"'}]")))
                .isEmpty();
        assertThat(judge(policy(denies + "matchConditions: [{name: c, expression: 'true'}]")))
                .hasSize(1);
        assertThat(judge(policy(denies + "matchConditions: [{name: c, expression: object.x.y}]")))
                .singleElement()
                .satisfies(it -> assertThat(it.message()).contains("match condition c"));
        assertThat(
                        judge(
                                policy(
                                        denies
                                                + "matchConditions: [{name: c, expression:"
                                                + " object.x.y}, {name: d, expression: 'false'}]")))
                .isEmpty();
    }

    @Test
    void variables_build_on_each_other_and_lead_back_to_the_field() {
        var findings =
                judge(
                        policy(
                                """
                                variables:
                                - {name: pod, expression: object.spec.template.spec}
                                - {name: images, expression: 'variables.pod.containers.map(c, c.image)'}
                                - {name: wrong, expression: object.none.at.all}
                                - {name: count, expression: object.spec.replicas}
                                validations:
                                - {expression: 'variables.images == ["a:latest"]'}
                                - {expression: 'variables.pod.containers[0].name == "b"'}
                                - {expression: 'variables.count == 4'}
                                - {expression: 'variables.wrong == 1'}
                                """));

        assertThat(findings).extracting(Finding::validation).containsExactly(1, 2, 3);
        assertThat(findings)
                .extracting(it -> it.field().orElse(""))
                .startsWith("/spec/template/spec/containers/0/name", "/spec/replicas");
        assertThat(findings.getLast().message()).contains("variables.wrong: ");
    }

    @Test
    void bindings_decide_where_and_how_much() {
        var denies = policy("validations: [{expression: 'false'}]");

        assertThat(judge(denies)).extracting(Finding::action).containsExactly(Action.DENY);
        assertThat(judge(denies + binding("validationActions: [Warn, Audit]")))
                .extracting(Finding::action)
                .containsExactly(Action.WARN);
        assertThat(judge(denies + binding("validationActions: [Audit, Deny]")))
                .extracting(Finding::action)
                .containsExactly(Action.DENY);
        assertThat(
                        judge(
                                denies
                                        + binding(
                                                "validationActions: [Deny]\n"
                                                        + "matchResources: {objectSelector:"
                                                        + " {matchLabels: {tier: back}}}")))
                .isEmpty();
        assertThat(
                        judge(
                                denies
                                        + binding("validationActions: [Audit]")
                                        + binding("validationActions: [Deny]")))
                .extracting(Finding::action)
                .containsExactlyInAnyOrder(Action.AUDIT, Action.DENY);
    }

    private static final String LIMITED =
            policy(
                    """
                    paramKind: {apiVersion: v1, kind: ConfigMap}
                    validations: [{expression: 'object.spec.replicas <= int(params.data.max)'}]
                    """);

    private static final String PARAMETERS =
            """
            ---
            {apiVersion: v1, kind: ConfigMap, metadata: {name: low, namespace: rules, labels: {use: all}}, data: {max: "2"}}
            ---
            {apiVersion: v1, kind: ConfigMap, metadata: {name: high, namespace: rules, labels: {use: all}}, data: {max: "9"}}
            """;

    private static List<Finding> judgeWith(String paramRef) {
        return judge(
                LIMITED
                        + binding("paramRef: {namespace: rules, %s}".formatted(paramRef))
                        + PARAMETERS);
    }

    @Test
    void parameters_are_found_by_name_or_labels_and_each_counts() {
        assertThat(judgeWith("name: low")).hasSize(1);
        assertThat(judgeWith("name: high")).isEmpty();
        assertThat(judgeWith("selector: {matchLabels: {use: all}}")).hasSize(1);
        assertThat(judgeWith("name: none"))
                .singleElement()
                .satisfies(it -> assertThat(it.message()).contains("paramRef"));
        assertThat(judgeWith("name: none, parameterNotFoundAction: Allow")).isEmpty();
    }

    @Test
    void knows_the_request_the_namespace_and_what_was_there() {
        var all =
                policy(
                        """
                        validations:
                        - {expression: 'request.operation == "UPDATE" && request.namespace == "shop"'}
                        - {expression: 'request.resource.resource == "deployments" && request.userInfo.username == "anna"'}
                        - {expression: 'namespaceObject.metadata.labels.env == "prod"'}
                        - {expression: 'oldObject.spec.replicas == object.spec.replicas'}
                        """);
        var update =
                new Admission(
                        Operation.UPDATE,
                        ObjectRef.of(WEB),
                        Optional.of(WEB),
                        Optional.of(
                                WEB.with("spec", new Document(java.util.Map.of("replicas", 1L)))),
                        Optional.of(
                                one(
                                        "{kind: Namespace, metadata: {name: shop, labels: {env: prod}}}")),
                        "anna");

        assertThat(judge(all, update)).extracting(Finding::validation).containsExactly(3);
    }

    @Test
    void a_deletion_has_no_object_and_is_judged_where_a_rule_says_so() {
        var deletion =
                new Admission(
                        Operation.DELETE,
                        ObjectRef.of(WEB),
                        Optional.empty(),
                        Optional.of(WEB),
                        Optional.empty(),
                        "anna");
        var denies = policy("validations: [{expression: 'object != null'}]");

        assertThat(judge(denies, deletion)).isEmpty();
        assertThat(judge(denies.replace("UPDATE]", "DELETE]"), deletion)).hasSize(1);
    }
}
