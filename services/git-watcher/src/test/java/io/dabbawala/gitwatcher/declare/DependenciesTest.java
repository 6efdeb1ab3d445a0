package io.dabbawala.gitwatcher.declare;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.gitwatcher.declare.application.Declaration;
import io.dabbawala.gitwatcher.declare.ledger.Announcement;
import io.dabbawala.gitwatcher.declare.ledger.Ledger;
import org.junit.jupiter.api.Test;

class DependenciesTest {

    private final Ledger ledger = new Ledger();

    @Test
    void applications_that_wait_for_each_other_are_named_in_order() {
        declare("web", "shop");
        declare("shop", "db, mail");
        declare("db", "argocd/web");
        declare("mail", "");

        assertThat(circleOf("web"))
                .isEqualTo("argocd/web -> argocd/shop -> argocd/db -> argocd/web");
    }

    @Test
    void one_that_waits_for_a_circle_of_others_is_not_in_it() {
        declare("web", "shop");
        declare("shop", "db");
        declare("db", "shop");

        assertThat(circleOf("web")).isEmpty();
        assertThat(circleOf("shop")).isNotEmpty();
    }

    @Test
    void many_ways_to_the_same_end_are_no_circle() {
        for (int floor = 0; floor < 60; floor++) {
            declare("left" + floor, "left%d,right%d".formatted(floor + 1, floor + 1));
            declare("right" + floor, "left%d,right%d".formatted(floor + 1, floor + 1));
        }

        assertThat(circleOf("left0")).isEmpty();
    }

    @Test
    void one_that_waits_for_itself_or_for_nobody_known() {
        declare("web", "web");
        declare("shop", "unheard");

        assertThat(circleOf("web")).isEqualTo("argocd/web -> argocd/web");
        assertThat(circleOf("shop")).isEmpty();
    }

    private String circleOf(String name) {
        var application = ledger.application("argocd/" + name).orElseThrow();
        return new Dependencies(ledger).circle(application).orElse("");
    }

    private void declare(String name, String dependsOn) {
        var json =
                "{\"kind\":\"Application\",\"metadata\":{\"annotations\":"
                        + "{\"dabbawala.io/depends-on\":\"%s\"},\"name\":\"%s\"},\"spec\":{}}"
                                .formatted(dependsOn, name);
        ledger.keep(
                new Announcement.Declared(
                        new Declaration(
                                "argoproj.io/v1alpha1",
                                "Application",
                                "argocd",
                                name,
                                json,
                                "shop",
                                "r",
                                "web.yaml")));
    }
}
