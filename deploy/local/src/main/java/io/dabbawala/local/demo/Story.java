package io.dabbawala.local.demo;

import io.dabbawala.local.step.StepFailed;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Chapters, in order; the whole story has six. */
final class Story {

    static final String NAMESPACE = "shop";

    private final Teller teller;
    private final List<Chapter> chapters;

    private Story(Teller teller, List<Chapter> chapters) {
        this.teller = teller;
        this.chapters = chapters;
    }

    static Story whole(Scene scene) {
        var rollback = new BadRelease(scene);
        return new Story(
                scene.teller(),
                List.of(
                        new FirstDelivery(scene),
                        new EditByHand(scene),
                        new GoodRelease(scene),
                        rollback,
                        new ForbiddenRevision(scene),
                        new OnRecord(scene, rollback::delivery)));
    }

    static Story beginning(Scene scene) {
        return new Story(scene.teller(), List.of(new FirstDelivery(scene), new EditByHand(scene)));
    }

    /** Plays all of it; returns how long each chapter took. */
    Map<String, Duration> tell() {
        var took = new LinkedHashMap<String, Duration>();
        for (int i = 0; i < chapters.size(); i++) {
            var chapter = chapters.get(i);
            teller.chapter("%d. %s".formatted(i + 1, chapter.title()));
            StepFailed.expecting(
                    "chapter %d, \"%s\", to happen".formatted(i + 1, chapter.title()),
                    chapter::play);
            took.put(chapter.title(), teller.sinceChapter());
        }
        return took;
    }
}
