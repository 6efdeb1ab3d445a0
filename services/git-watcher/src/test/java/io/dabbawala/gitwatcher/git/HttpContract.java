package io.dabbawala.gitwatcher.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.gitwatcher.watch.HostAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What is promised of a host that is reached by HTTP, and does not always behave. */
@EnabledIf("io.dabbawala.gitwatcher.git.HttpHost#isHere")
abstract class HttpContract {

    private static final String PASSWORD = "hunter2-and-more";

    @TempDir Path directory;

    private Host host;
    private HttpHost web;
    private Mirror mirror;
    private String revision;

    abstract Transfer transfer(Mirror mirror, Access access, TransferLimits limits);

    final Host host() {
        return host;
    }

    final HttpHost web() {
        return web;
    }

    @BeforeEach
    void open() {
        host = Host.in(directory.resolve("host"));
        revision = host.write("a.yaml", "a: 1").commit("feat: one");
        web = HttpHost.of(directory.resolve("host"));
        mirror = Mirror.open(directory.resolve("mirrors"), "shop", web.url());
    }

    @AfterEach
    void close() {
        mirror.close();
        web.close();
        host.close();
    }

    @Test
    void fetches_what_is_new_and_hears_where_refs_are() throws Exception {
        assertThat(main(anonymous().fetch())).contains(revision);
        var second = host.write("a.yaml", "a: 2").commit("feat: two");
        host.git().tag().setName("v1").setAnnotated(true).setMessage("v1").setSigned(false).call();

        assertThat(main(anonymous().advertised())).contains(second);
        var answer = (HostAnswer.Answered) anonymous().fetch();
        assertThat(answer.refs().byName())
                .containsOnlyKeys("HEAD", "refs/heads/main", "refs/tags/v1")
                .containsValue(second);
        assertThat(answer.refs().byName().values()).containsOnly(second);
        assertThat(new GitTree(mirror).has(second)).isTrue();
    }

    @Test
    void credentials_are_read_from_their_file_for_every_transfer_and_told_nobody()
            throws IOException {
        // Given
        var file = Files.writeString(directory.resolve("token"), "asha:wrong\n");
        web.demand(basic("asha:" + PASSWORD));
        var transfer = transfer(mirror, new Access(file, null, null), TransferLimits.USUAL);

        // When
        var refused = transfer.fetch();
        Files.writeString(file, "asha:" + PASSWORD + "\n");

        // Then
        assertThat(refused).isInstanceOf(HostAnswer.Unreachable.class);
        assertThat(main(transfer.fetch())).contains(revision);
        assertThat(refused.toString()).doesNotContain("wrong");
        assertThat(new Access(file, null, null).login().toString()).doesNotContain(PASSWORD);
        assertThat(anonymous().fetch()).isInstanceOf(HostAnswer.Unreachable.class);
    }

    @Test
    void a_token_alone_is_enough() throws IOException {
        var file = Files.writeString(directory.resolve("token"), PASSWORD);
        web.demand(basic("x-token-auth:" + PASSWORD));

        var answer = transfer(mirror, new Access(file, null, null), TransferLimits.USUAL).fetch();

        assertThat(main(answer)).contains(revision);
    }

    @Test
    void a_redirect_to_another_host_is_not_followed_and_never_with_credentials() throws Exception {
        // Given
        var file = Files.writeString(directory.resolve("token"), "asha:" + PASSWORD);
        try (var other = HttpHost.of(directory.resolve("host"))) {
            web.redirectTo(other.url().replace("127.0.0.1", "localhost"));

            // When
            var transfer = transfer(mirror, new Access(file, null, null), TransferLimits.USUAL);

            // Then
            assertThat(transfer.fetch()).isInstanceOf(HostAnswer.Unreachable.class);
            assertThat(transfer.advertised()).isInstanceOf(HostAnswer.Unreachable.class);
            assertThat(other.authorizations()).isEmpty();
        }
    }

    @Test
    void a_host_that_fails_and_comes_back_lost_nothing() {
        web.answer(503);
        assertThat(anonymous().fetch()).isInstanceOf(HostAnswer.Unreachable.class);

        web.answer(0);
        assertThat(main(anonymous().fetch())).contains(revision);
    }

    @Test
    void a_host_that_sends_a_byte_now_and_then_is_given_up() {
        // Given
        web.becomeSlow(Duration.ofMillis(50));
        var limits =
                new TransferLimits(Duration.ofSeconds(30), Duration.ofSeconds(2), 1 << 20, 1 << 20);

        // When
        var start = System.nanoTime();
        var answer = transfer(mirror, Access.ANONYMOUS, limits).fetch();

        // Then
        assertThat(answer).isInstanceOf(HostAnswer.Unreachable.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void a_pack_over_the_limit_is_refused() throws IOException {
        // Given
        var noise = new byte[3 << 20];
        new java.util.Random(7).nextBytes(noise);
        Files.write(directory.resolve("host/noise.bin"), noise);
        host.commit("feat: noise");
        var limits =
                new TransferLimits(Duration.ofSeconds(30), Duration.ofMinutes(1), 1 << 20, 5 << 20);
        try (var small = Mirror.open(directory.resolve("small"), "shop", web.url(), limits)) {

            // When
            var answer = transfer(small, Access.ANONYMOUS, limits).fetch();

            // Then
            assertThat(answer).isInstanceOf(HostAnswer.Unreachable.class);
            assertThat(new GitTree(small).has(revision)).isFalse();
        }
    }

    final Transfer anonymous() {
        return transfer(mirror, Access.ANONYMOUS, TransferLimits.USUAL);
    }

    static Optional<String> main(HostAnswer answer) {
        return answer instanceof HostAnswer.Answered(var refs)
                ? refs.resolve("main")
                : Optional.of(answer.toString());
    }

    private static String basic(String login) {
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes());
    }
}
