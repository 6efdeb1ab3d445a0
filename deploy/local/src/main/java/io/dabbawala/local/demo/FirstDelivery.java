package io.dabbawala.local.demo;

/** Both applications arrive for the first time; checkout gets its primary. */
record FirstDelivery(Scene scene) implements Chapter {

    @Override
    public String title() {
        return "A push arrives: the application is delivered and healthy";
    }

    @Override
    public void play() {
        var revision = scene.push("feat: deliver web and checkout");
        scene.await(
                Scene.WEB,
                "to be Synced and Healthy at " + Scene.shortened(revision),
                Scene.isDelivered(revision));
        scene.teller()
                .tell(
                        "web is live and Healthy at %s: %s"
                                .formatted(Scene.shortened(revision), scene.image("web")));
        scene.await(Scene.CHECKOUT, "to have a primary", Scene.phaseIs("Initialized"));
        scene.teller().tell("checkout has its primary: traffic " + scene.traffic());
    }
}
