package io.dabbawala.local.demo;

import java.util.Optional;

/** A bad image meets a little traffic and is taken back; people hear of it. */
final class BadRelease implements Chapter {

    private static final int ALL = 100;

    private final Scene scene;
    private String delivery = "";

    BadRelease(Scene scene) {
        this.scene = scene;
    }

    /** The delivery that was rolled back. */
    String delivery() {
        return delivery;
    }

    @Override
    public String title() {
        return "A bad image is pushed (20 % errors): it comes back by itself";
    }

    @Override
    public void play() {
        var good =
                scene.console().application(Scene.CHECKOUT).orElseThrow().path("revision").asText();
        scene.developer().replace(GoodRelease.MANIFEST, "checkout:1.1", "checkout:1.2-errors20");
        var bad = scene.push("feat(checkout): release 1.2");
        delivery =
                scene.await(
                                Scene.CHECKOUT,
                                "to be declared at " + Scene.shortened(bad),
                                Scene.at(bad))
                        .path("delivery")
                        .asText();
        new Rollout(scene).follow("Failed");
        scene.teller().tell(scene.awaitEvent(Scene.CHECKOUT, "RollbackIssued", ""));
        trafficIsBack();
        declaredAgain(good);
        showMessage("slack", "Slack");
        showMessage("sms", "SMS");
    }

    private void trafficIsBack() {
        scene.awaitLive(
                "all traffic on the primary",
                () ->
                        Optional.of(scene.cluster().weights("checkout").to("checkout-primary"))
                                .filter(weight -> weight == ALL),
                scene::traffic);
        scene.teller().tell("traffic is back: " + scene.traffic());
    }

    private void declaredAgain(String good) {
        scene.await(
                Scene.CHECKOUT,
                "to be delivered at %s again".formatted(Scene.shortened(good)),
                Scene.isDelivered(good));
        scene.teller()
                .tell(
                        "declared again: %s, which runs %s"
                                .formatted(Scene.shortened(good), scene.image("checkout-primary")));
        var quarantined =
                scene.await(
                                Scene.CHECKOUT,
                                "to have a digest in quarantine",
                                app -> !app.path("quarantined").isEmpty())
                        .path("quarantined")
                        .path(0)
                        .asText();
        scene.teller().tell("in quarantine: " + quarantined);
    }

    private void showMessage(String channel, String name) {
        var message =
                scene.awaitLive(
                        "a message by " + name,
                        () -> scene.sink().messages(channel).stream().findFirst(),
                        () -> "no " + name + " message reached the sink");
        scene.teller().tell("%s: %s".formatted(name, message.text()));
    }
}
