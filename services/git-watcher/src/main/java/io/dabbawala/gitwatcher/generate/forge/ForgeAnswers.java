package io.dabbawala.gitwatcher.generate.forge;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.generate.parameter.CannotGenerate;
import io.dabbawala.gitwatcher.render.CanonicalJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What forges answered last. Nobody waits for them here: they are asked in rounds beside everything
 * else, and a question that fails keeps the answer it had.
 */
public final class ForgeAnswers implements Forges {

    private static final int QUESTIONS = 1_000;

    private final Forges forges;
    private final Map<String, List<PullRequest>> pulls = new LastAsked<>();
    private final Map<String, List<ForgeRepository>> repositories = new LastAsked<>();
    private final Map<String, String> failures = new LastAsked<>();

    public ForgeAnswers(Forges forges) {
        this.forges = forges;
    }

    @Override
    public List<PullRequest> pullRequests(String provider, JsonNode configuration)
            throws CannotGenerate {
        return known(pulls, question(provider, configuration));
    }

    @Override
    public List<ForgeRepository> repositories(String provider, JsonNode configuration)
            throws CannotGenerate {
        return known(repositories, question(provider, configuration));
    }

    /** A new round: who asks in it is answered by the forges themselves. */
    public Round round() {
        return new Round();
    }

    private static String question(String provider, JsonNode configuration) {
        return provider + CanonicalJson.of(configuration);
    }

    private synchronized <T> List<T> known(Map<String, List<T>> answers, String question)
            throws CannotGenerate {
        var answer = answers.get(question);
        if (answer == null) {
            throw new CannotGenerate(
                    failures.getOrDefault(question, "the forge is yet to be asked"));
        }
        return answer;
    }

    private synchronized <T> boolean isNews(
            Map<String, List<T>> answers, String question, List<T> answer) {
        failures.remove(question);
        return !answer.equals(answers.put(question, answer));
    }

    private synchronized boolean isNews(Map<String, ?> answers, String question, String failure) {
        return !answers.containsKey(question) && !failure.equals(failures.put(question, failure));
    }

    @FunctionalInterface
    private interface Question<T> {

        List<T> ask() throws CannotGenerate;
    }

    /** One round of questions. */
    public final class Round implements Forges {

        private boolean hasNews;
        private Optional<String> failure = Optional.empty();

        private Round() {}

        /** Whether anything is different from what was known before. */
        public boolean hasNews() {
            return hasNews;
        }

        /** Why a forge did not answer, the first that did not. */
        public Optional<String> failure() {
            return failure;
        }

        @Override
        public List<PullRequest> pullRequests(String provider, JsonNode configuration)
                throws CannotGenerate {
            return ask(
                    pulls,
                    question(provider, configuration),
                    () -> forges.pullRequests(provider, configuration));
        }

        @Override
        public List<ForgeRepository> repositories(String provider, JsonNode configuration)
                throws CannotGenerate {
            return ask(
                    repositories,
                    question(provider, configuration),
                    () -> forges.repositories(provider, configuration));
        }

        private <T> List<T> ask(Map<String, List<T>> answers, String text, Question<T> question)
                throws CannotGenerate {
            try {
                var answer = question.ask();
                hasNews |= isNews(answers, text, answer);
                return answer;
            } catch (CannotGenerate e) {
                var reason = String.valueOf(e.getMessage());
                failure = failure.or(() -> Optional.of(reason));
                hasNews |= isNews(answers, text, reason);
                return known(answers, text);
            }
        }
    }

    private static final class LastAsked<T> extends LinkedHashMap<String, T> {

        private static final long serialVersionUID = 1L;

        LastAsked() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
            return size() > QUESTIONS;
        }
    }
}
