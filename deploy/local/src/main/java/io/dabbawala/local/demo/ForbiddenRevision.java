package io.dabbawala.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.local.step.StepFailed;

/** A database outside of India is against the policy; nothing of the revision is applied. */
record ForbiddenRevision(Scene scene) implements Chapter {

    private static final String ALLOWED = "india-west-1";

    @Override
    public String title() {
        return "A revision breaks a policy: it is denied and nothing is applied";
    }

    @Override
    public void play() {
        scene.developer().replace("apps/web/config.yaml", ALLOWED, "us-east-1");
        var revision = scene.push("feat(web): use the database in us-east-1");
        scene.await(
                Scene.WEB,
                "to be Denied at " + Scene.shortened(revision),
                Scene.at(revision).and(app -> "Denied".equals(app.path("sync").asText())));
        tell(scene.console().why(Scene.WEB).path("reasons").path(0));
        var region = region();
        if (!region.equals(ALLOWED)) {
            throw new StepFailed(
                    "ConfigMap shop/web to be untouched", "its DATABASE_REGION is " + region);
        }
        scene.teller().tell("the cluster still has DATABASE_REGION: " + region);
    }

    private void tell(JsonNode reason) {
        scene.teller()
                .tell(
                        "denied by policy %s: %s, field %s: %s"
                                .formatted(
                                        reason.path("policy").asText(),
                                        reason.path("object").asText(),
                                        reason.path("field").asText(),
                                        reason.path("message").asText()));
    }

    private String region() {
        return scene.cluster()
                .configMap("web")
                .map(map -> map.getData().get("DATABASE_REGION"))
                .orElse("gone");
    }
}
