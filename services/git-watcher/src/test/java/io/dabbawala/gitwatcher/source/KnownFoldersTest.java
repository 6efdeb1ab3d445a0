package io.dabbawala.gitwatcher.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.gitwatcher.render.Changes;
import io.dabbawala.gitwatcher.source.KnownFolders.Folder;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KnownFoldersTest {

    private static final Changes OF_PAY = Changes.at(Set.of("", "apps", "apps/pay"));

    private static final Folder WEB = new Folder("apps/web", new Tool.Detected());
    private static final Folder PAY = new Folder("apps/pay", new Tool.Detected());

    private final KnownFolders folders = new KnownFolders();

    @Test
    void what_a_push_does_not_touch_stays_known() {
        untouched("a", "b", OF_PAY).add(WEB);

        assertThat(untouched("b", "c", OF_PAY)).containsExactly(WEB);
    }

    @Test
    void what_a_push_touches_is_no_longer_known() {
        untouched("a", "b", Changes.at(Set.of())).addAll(Set.of(WEB, PAY));

        assertThat(untouched("b", "c", OF_PAY)).containsExactly(WEB);
    }

    @Test
    void of_another_revision_nothing_is_known() {
        untouched("a", "b", OF_PAY).add(WEB);

        assertThat(untouched("a", "b", OF_PAY)).as("decided, but not recorded").isEmpty();
        assertThat(untouched("c", "d", OF_PAY)).as("somebody else looked between").isEmpty();
    }

    @Test
    void each_repository_and_target_revision_is_known_for_itself() {
        untouched("a", "b", OF_PAY).add(WEB);

        assertThat(folders.untouched("shop", "next", "b", "c", OF_PAY)).isEmpty();
        assertThat(folders.untouched("values", "main", "b", "c", OF_PAY)).isEmpty();
    }

    private Set<Folder> untouched(String before, String after, Changes changes) {
        return folders.untouched("shop", "main", before, after, changes);
    }
}
