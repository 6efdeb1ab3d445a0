package io.dabbawala.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dabbawala.events.GateDecision;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the gate holds stays out of the cluster until people, or the calendar, let it go on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HoldTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String DEPLOYMENT = "apps/web/deployment.yaml";
    private static final String GATE =
            """
            apiVersion: dabbawala.io/v1
            kind: Gate
            metadata: {name: production, namespace: argocd}
            spec:
              applications: [argocd/web]
              approvals: {required: 1}
            """;
    private static final String APPLICATION =
            """
            apiVersion: argoproj.io/v1alpha1
            kind: Application
            metadata: {name: NAME, namespace: argocd}
            spec:
              project: NAME
              source: {repoURL: "REPOSITORY", targetRevision: main, path: apps/NAME}
              destination: {server: https://kubernetes.default.svc, namespace: shop}
              syncPolicy: {automated: {}}
            """;
    private static final String CONFIG =
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: NAME}
            data: {payday: quiet}
            """;

    private Shop shop;
    private Typed dabba;

    @BeforeAll
    void open() {
        shop = Shop.open(StoryBroker.ofThePlatform());
        dabba =
                Typed.in(
                        States.fresh("typed").state(),
                        Map.of("DABBA_CONSOLE", shop.platform.service("console").toString()));
        shop.declare("delivery/gate.yaml", GATE);
    }

    @AfterAll
    void close() {
        if (shop != null) {
            shop.close();
        }
    }

    @Test
    void what_needs_an_approval_is_held_until_somebody_approves() {
        // Given
        shop.developer.replace(DEPLOYMENT, "shop/web:", "shop/web:approved-");
        var revision = shop.push("feat(web): ask first");
        var held = shop.judged(Shop.WEB, revision, GateDecision.HELD);
        assertThat(held.getReason()).startsWith("APPROVAL_NEEDED: 0 of 1 approvals");
        assertThat(held.getAttestation()).isNull();
        assertThat(why("web", "Held"))
                .contains("APPROVAL_NEEDED", "production", "dabba approve argocd/web --reason");
        assertThat(shop.cluster.image("web").orElseThrow()).doesNotContain("approved");
        assertThat(shop.synced(Shop.WEB, revision)).isEmpty();

        // When
        var said = dabba.says("approve", "web", "--reason", "reviewed in CHG-1042");

        // Then
        assertThat(said).contains("approve of argocd/web is on its way");
        shop.delivered(revision);
        assertThat(shop.judged(Shop.WEB, revision, GateDecision.ADMITTED).getAttestation())
                .isNotBlank();
        assertThat(shop.cluster.image("web").orElseThrow()).contains("approved");
        assertThat(why("web", "Healthy")).contains("Synced");
    }

    @Test
    void what_is_rejected_is_never_applied() {
        // Given
        shop.developer.replace(DEPLOYMENT, "shop/web:", "shop/web:rejected-");
        var rejected = shop.push("feat(web): not on payday");
        shop.judged(Shop.WEB, rejected, GateDecision.HELD);
        why("web", "Held");

        // When
        dabba.says("reject", "web", "--reason", "not on payday", "--actor", "asha");

        // Then
        var denied = shop.judged(Shop.WEB, rejected, GateDecision.DENIED);
        assertThat(denied.getReason()).isEqualTo("REJECTED: by asha: not on payday");
        assertThat(why("web", "Denied")).contains("REJECTED", "by asha: not on payday");
        shop.developer.replace(DEPLOYMENT, "shop/web:rejected-", "shop/web:instead-");
        var next = shop.push("feat(web): another one");
        shop.judged(Shop.WEB, next, GateDecision.HELD);
        why("web", "Held");
        assertThat(shop.cluster.image("web").orElseThrow()).doesNotContain("rejected");
        dabba.says("approve", "web", "--reason", "this one");
        shop.delivered(next);
        assertThat(shop.synced(Shop.WEB, rejected)).isEmpty();
    }

    @Test
    void a_rejection_can_be_taken_back() {
        // Given
        shop.developer.replace(DEPLOYMENT, "shop/web:", "shop/web:reconsidered-");
        var revision = shop.push("feat(web): think again");
        shop.judged(Shop.WEB, revision, GateDecision.HELD);
        why("web", "Held");
        dabba.says("reject", "web", "--reason", "not on payday", "--actor", "asha");
        assertThat(why("web", "Denied")).contains("dabba approve argocd/web --reason");

        // When
        dabba.says("approve", "web", "--reason", "payday is over", "--actor", "asha");

        // Then
        shop.delivered(revision);
        assertThat(shop.cluster.image("web").orElseThrow()).contains("reconsidered");
    }

    @Test
    void what_a_window_holds_passes_when_somebody_breaks_the_glass() {
        // Given
        var revision = heldByWindow("billing");

        // When
        dabba.says("break-glass", "billing", "--reason", "incident 42", "--actor", "asha");

        // Then
        var admitted = shop.judged("argocd/billing", revision, GateDecision.ADMITTED);
        assertThat(admitted.getReason())
                .startsWith("BREAK_GLASS: by asha: incident 42 (passes WINDOW_CLOSED");
        appears("billing");
    }

    @Test
    void what_a_window_holds_is_delivered_by_itself_when_there_is_none_any_more() {
        // Given
        var revision = heldByWindow("ledger");

        // When
        shop.declare("delivery/ledger-project.yaml", project("ledger", "[]"));

        // Then
        assertThat(shop.judged("argocd/ledger", revision, GateDecision.ADMITTED).getReason())
                .isEmpty();
        appears("ledger");
    }

    /** An application whose project says that it is never the time, and its first revision. */
    private String heldByWindow(String name) {
        var never = "[{kind: deny, schedule: '* * * * *', duration: 24h, applications: ['*']}]";
        shop.declare("delivery/%s-project.yaml".formatted(name), project(name, never));
        shop.developer.write("apps/%s/config.yaml".formatted(name), CONFIG.replace("NAME", name));
        shop.developer.write(
                "delivery/%s.yaml".formatted(name),
                APPLICATION.replace("NAME", name).replace("REPOSITORY", shop.developer.url()));
        var revision = shop.push("feat(%s): deliver on payday".formatted(name));
        var held = shop.judged("argocd/" + name, revision, GateDecision.HELD);
        assertThat(held.getReason()).startsWith("WINDOW_CLOSED: within ");
        assertThat(why(name, "Held"))
                .contains("WINDOW_CLOSED", "dabba break-glass argocd/%s --reason".formatted(name));
        assertThat(shop.cluster.configMap(name)).isEmpty();
        return revision;
    }

    private static String project(String name, String windows) {
        return """
                apiVersion: argoproj.io/v1alpha1
                kind: AppProject
                metadata: {name: %s, namespace: argocd}
                spec:
                  sourceRepos: ['*']
                  destinations: [{server: '*', namespace: '*'}]
                  syncWindows: %s
                """
                .formatted(name, windows);
    }

    /** What {@code dabba why} says once it says that; what was just decided reaches it in time. */
    private String why(String application, String state) {
        return await("why %s says %s".formatted(application, state))
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(AssertionError.class) // not known yet
                .until(
                        () -> dabba.says("why", application),
                        said -> said.contains("is %s:".formatted(state)));
    }

    private void appears(String configMap) {
        await("ConfigMap " + configMap)
                .atMost(PATIENCE)
                .until(() -> shop.cluster.configMap(configMap).isPresent());
    }
}
