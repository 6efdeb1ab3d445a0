package io.dabbawala.gitwatcher.declare.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.gitwatcher.declare.Shop;
import io.dabbawala.gitwatcher.declare.application.Rollback;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RevertsTest {

    private static final String WEB = "argocd/web";

    private final Shop shop = new Shop();
    private String good = "";
    private String bad = "";
    private Rollback rollback = new Rollback(WEB, "", "", "", "");

    @BeforeEach
    void deliver() {
        good = shop.push();
        shop.look();
        shop.git.write("apps/web/deployment.yaml", Shop.deployment("web", 3));
        bad = shop.push();
        var state = shop.look().state(WEB);
        rollback = new Rollback(WEB, state.delivery(), bad, state.digest(), good);
    }

    @Test
    void a_branch_that_still_has_what_was_rolled_back_is_to_follow() {
        shop.rollBack(rollback);

        assertThat(shop.revert(rollback))
                .hasValueSatisfying(
                        revert -> {
                            assertThat(revert.branch()).isEqualTo("main");
                            assertThat(revert.path()).isEqualTo("apps/web");
                            assertThat(revert.head()).isEqualTo(bad);
                            assertThat(revert.to()).isEqualTo(good);
                            assertThat(revert.proposedBranch())
                                    .isEqualTo(
                                            "dabbawala/revert-%s-of-argocd-web"
                                                    .formatted(bad.substring(0, 12)));
                        });
    }

    @Test
    void a_rollback_that_was_not_carried_out_reverts_nothing() {
        assertThat(shop.revert(rollback)).isEmpty();
    }

    @Test
    void whoever_mended_it_already_is_left_alone() {
        shop.rollBack(rollback);
        shop.git.write("apps/web/deployment.yaml", Shop.deployment("web", 4));
        shop.push();
        shop.git.record(shop.git.refs());

        assertThat(shop.revert(rollback)).isEmpty();
    }
}
