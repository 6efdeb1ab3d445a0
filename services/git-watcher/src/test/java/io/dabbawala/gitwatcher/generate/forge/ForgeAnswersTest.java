package io.dabbawala.gitwatcher.generate.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.InMemoryForges;
import io.dabbawala.gitwatcher.generate.WatchedForges;
import io.dabbawala.gitwatcher.generate.World;
import io.dabbawala.gitwatcher.generate.parameter.CannotGenerate;
import io.dabbawala.gitwatcher.render.CanonicalJson;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForgeAnswersTest {

    private static final JsonNode SHOP = CanonicalJson.parse("{\"repo\":\"shop\"}");

    private final InMemoryForges forge = new InMemoryForges().open(1, "pay");
    private final ForgeAnswers answers = new ForgeAnswers(forge);

    @Test
    void nobody_waits_for_a_forge_that_was_never_asked() {
        assertThatThrownBy(() -> answers.pullRequests("github", SHOP))
                .hasMessage("the forge is yet to be asked");
        assertThat(forge.questions()).isZero();
    }

    @Test
    void an_answer_is_news_when_it_is_another_one() throws Exception {
        assertThat(asked().hasNews()).isTrue();
        assertThat(asked().hasNews()).isFalse();

        forge.open(2, "cart");

        assertThat(asked().hasNews()).isTrue();
        assertThat(answers.pullRequests("github", SHOP)).hasSize(2);
    }

    @Test
    void a_forge_that_is_away_changes_nothing_of_what_is_known() throws Exception {
        asked();
        forge.away(true).close(1);

        var round = answers.round();

        assertThat(round.pullRequests("github", SHOP)).hasSize(1);
        assertThat(round.hasNews()).isFalse();
        assertThat(round.failure()).contains("the forge is away");
        assertThat(answers.pullRequests("github", SHOP)).hasSize(1);
    }

    @Test
    void a_forge_that_is_away_from_the_beginning_is_news_once() throws Exception {
        forge.away(true);
        assertThat(asked().hasNews()).isTrue();
        assertThat(asked().hasNews()).isFalse();
        assertThatThrownBy(() -> answers.pullRequests("github", SHOP))
                .hasMessage("the forge is away");

        forge.away(false);

        assertThat(asked().hasNews()).isTrue();
    }

    @Test
    void a_set_asks_as_often_as_the_generator_that_asks_most_often() {
        assertThat(interval("- list: {}")).isNull();
        assertThat(interval("- pullRequest: {github: {}}")).isEqualTo(Duration.ofMinutes(30));
        assertThat(
                        interval(
                                """
                                - scmProvider: {requeueAfterSeconds: 600}
                                - matrix: {generators: [{list: {}}, {pullRequest: {requeueAfterSeconds: 60}}]}
                                """))
                .isEqualTo(Duration.ofMinutes(1));
        assertThat(interval("- pullRequest: {requeueAfterSeconds: 0}"))
                .isEqualTo(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- pullRequest: {github: {owner: acme, repo: Shop}}",
                "- pullRequest: {gitlab: {project: acme/pay/shop}}",
                "- pullRequest: {gitlab: {project: '278964'}}",
                "- pullRequest: {azuredevops: {organization: acme, project: pay, repo: shop}}",
                "- matrix: {generators: [{list: {}}, {pullRequest: {gitea: {repo: '{{ .repo }}'}}}]}"
            })
    void a_set_that_may_ask_about_a_repository_is_known(String generators) {
        assertThat(asksAboutShop(generators)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- pullRequest: {github: {owner: shop, repo: pay}}",
                "- pullRequest: {gitlab: {project: shop/pay}}",
                "- pullRequest: {github: {}}",
                "- scmProvider: {github: {organization: acme, repo: shop}}",
                "- list: {elements: [{repo: shop}]}"
            })
    void one_that_asks_about_others_is_left_alone(String generators) {
        assertThat(asksAboutShop(generators)).isFalse();
    }

    private static boolean asksAboutShop(String generators) {
        return WatchedForges.asksAboutPullRequestsOf(World.set(true, generators, "{}"), "shop");
    }

    private static Duration interval(String generators) {
        return WatchedForges.interval(World.set(true, generators, "{}")).orElse(null);
    }

    private ForgeAnswers.Round asked() {
        var round = answers.round();
        try {
            round.pullRequests("github", SHOP);
        } catch (CannotGenerate _) {
            assertThat(round.failure()).isPresent();
        }
        return round;
    }
}
