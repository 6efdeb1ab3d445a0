package io.dabbawala.gitwatcher.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.ReceiveCommand;
import org.junit.jupiter.api.Test;

class JgitHttpTest extends HttpContract {

    @Override
    Transfer transfer(Mirror mirror, Access access, TransferLimits limits) {
        return new JgitTransfer(mirror, access, limits);
    }

    @Test
    void a_push_costs_two_requests() {
        anonymous().fetch();
        var second = host().write("a.yaml", "a: 2").commit("feat: two");
        web().forget();

        assertThat(main(anonymous().fetch())).contains(second);
        assertThat(web().asked())
                .as("the refs, then the pack")
                .containsExactly("/info/refs", "/git-upload-pack");
    }

    @Test
    void a_mirror_that_was_made_without_a_version_begins_with_few_requests_too() throws Exception {
        anonymous().fetch();
        try (var old = Mirror.open(directory.resolve("mirrors"), "shop", web().url())) {
            var config = old.repository().getConfig();
            config.unset("protocol", null, "version");
            config.save();
        }
        host().write("a.yaml", "a: 2").commit("feat: two");
        web().forget();

        try (var again = Mirror.open(directory.resolve("mirrors"), "shop", web().url())) {
            transfer(again, Access.ANONYMOUS, TransferLimits.USUAL).fetch();
        }

        assertThat(web().asked()).containsExactly("/info/refs", "/git-upload-pack");
    }

    @Test
    void a_host_with_many_refs_is_asked_for_the_watched_ones() throws Exception {
        // Given
        addPullRequests(WireVersion.FEW_REFS);
        anonymous().fetch();
        var second = host().write("a.yaml", "a: 2").commit("feat: two");
        web().forget();

        // When
        var answer = anonymous().fetch();

        // Then
        assertThat(main(answer)).contains(second);
        assertThat(web().asked())
                .as("version 2: what it can do, the watched refs, the pack")
                .containsExactly("/info/refs", "/git-upload-pack", "/git-upload-pack");
    }

    private void addPullRequests(int count) throws Exception {
        var repository = host().git().getRepository();
        var commit = repository.resolve("HEAD");
        var update = repository.getRefDatabase().newBatchUpdate();
        IntStream.range(0, count)
                .mapToObj("refs/pull/%d/head"::formatted)
                .map(name -> new ReceiveCommand(ObjectId.zeroId(), commit, name))
                .forEach(update::addCommand);
        try (var walk = new RevWalk(repository)) {
            update.execute(walk, NullProgressMonitor.INSTANCE);
        }
    }
}
