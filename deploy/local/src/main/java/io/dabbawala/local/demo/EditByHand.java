package io.dabbawala.local.demo;

/** A hand scales the live Deployment; Git wins. */
record EditByHand(Scene scene) implements Chapter {

    private static final int DECLARED = 2;
    private static final int EDITED = 5;

    @Override
    public String title() {
        return "Somebody edits the live Deployment: the drift is found and healed";
    }

    @Override
    public void play() {
        scene.cluster().edit("web", EDITED);
        scene.teller().tell("kubectl edit: Deployment shop/web now has 5 replicas");
        scene.teller().tell(scene.awaitEvent(Scene.WEB, "DriftFound", "kubectl-edit"));
        scene.awaitLive(
                "Deployment shop/web to have 2 replicas again",
                () -> scene.cluster().replicas("web").filter(replicas -> replicas == DECLARED),
                () -> "replicas " + scene.cluster().replicas("web"));
        scene.teller().tell("healed: 2 replicas, as Git says");
    }
}
