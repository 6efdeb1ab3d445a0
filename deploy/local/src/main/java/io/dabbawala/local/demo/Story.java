package io.dabbawala.local.demo;

import io.dabbawala.local.step.StepFailed;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The six chapters, in order. */
final class Story {

    static final String NAMESPACE = "shop";

    private final Teller teller;
    private final List<Chapter> chapters;

    Story(Teller teller, Scene scene) {
        this.teller = teller;
        var rollback = new BadRelease(scene);
        this.chapters =
                List.of(
                        new FirstDelivery(scene),
                        new EditByHand(scene),
                        new GoodRelease(scene),
                        rollback,
                        new ForbiddenRevision(scene),
                        new OnRecord(scene, rollback::delivery));
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
