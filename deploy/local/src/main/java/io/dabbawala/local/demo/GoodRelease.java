package io.dabbawala.local.demo;

/** A good image takes traffic step by step until it is the primary. */
record GoodRelease(Scene scene) implements Chapter {

    static final String MANIFEST = "apps/checkout/deployment.yaml";

    private static final String IMAGE = "shop/checkout:1.1";

    @Override
    public String title() {
        return "A new image is pushed: the canary takes traffic step by step and is promoted";
    }

    @Override
    public void play() {
        scene.developer().replace(MANIFEST, "checkout:1.0", "checkout:1.1");
        scene.push("feat(checkout): release 1.1");
        new Rollout(scene).follow("Succeeded");
        scene.awaitLive(
                "the primary to run " + IMAGE,
                () -> scene.cluster().image("checkout-primary").filter(IMAGE::equals),
                () -> scene.image("checkout-primary"));
        scene.teller()
                .tell(
                        "promoted: checkout-primary runs %s, traffic %s"
                                .formatted(IMAGE, scene.traffic()));
    }
}
