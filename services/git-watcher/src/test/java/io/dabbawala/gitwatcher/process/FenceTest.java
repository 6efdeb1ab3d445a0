package io.dabbawala.gitwatcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FenceTest {

    private static final RenderLimits LIMITS =
            new RenderLimits(
                    Duration.ofSeconds(1), 64 << 20, 1 << 20, 64, Duration.ofSeconds(30), 1 << 20);

    @TempDir private Path folder;
    private final Fence fence = Fence.of(LIMITS);

    @Test
    void a_child_has_no_network_but_its_own() {
        assumeTrue(fence.cutsOffTheNetwork(), "unshare is missing or not allowed here");

        assertThat(output("cat /proc/net/dev | tail -n +3 | cut -d: -f1"))
                .isEqualToIgnoringWhitespace("lo");
        assertThat(output("tail -n +2 /proc/net/route | wc -l")).isEqualToIgnoringWhitespace("0");
    }

    @Test
    void a_child_sees_nothing_of_this_process() {
        assumeTrue(fence.cutsOffTheNetwork(), "unshare is missing or not allowed here");

        assertThat(output("ls /proc | grep -c '^[0-9]'").strip().length()).isOne();
    }

    @Test
    void a_child_has_an_environment_of_two_folders() {
        assertThat(output("env | cut -d= -f1 | sort | tr '\n' ' '"))
                .contains("HOME")
                .doesNotContain("JAVA");
        assertThat(output("echo $HOME $TMPDIR $PATH")).contains(folder + " " + folder);
    }

    @Test
    void cpu_time_and_file_size_are_limited() {
        assertThat(run("while :; do :; done"))
                .isInstanceOfSatisfying(
                        Ended.Exited.class, ended -> assertThat(ended.code()).isNotZero());
        assertThat(run("head -c 2000000 /dev/zero > big"))
                .isInstanceOfSatisfying(
                        Ended.Exited.class, ended -> assertThat(ended.code()).isNotZero());
        assertThat(folder.resolve("big")).hasSize(1 << 20);
    }

    @Test
    void whoever_sleeps_or_talks_too_long_is_killed() {
        var hasty =
                new RenderLimits(
                        LIMITS.cpu(),
                        LIMITS.memory(),
                        LIMITS.output(),
                        64,
                        Duration.ofMillis(500),
                        1);
        assertThat(run(hasty, "sleep 60 & sleep 60")).isInstanceOf(Ended.TooLong.class);
        assertThat(run("cat /dev/zero")).isInstanceOf(Ended.TooMuch.class);
    }

    private String output(String script) {
        return ((Ended.Exited) run(script)).output();
    }

    private Ended run(String script) {
        return run(LIMITS, script);
    }

    private Ended run(RenderLimits limits, String script) {
        return new Child(fence, limits).run(folder, folder, List.of("/bin/sh", "-c", script));
    }
}
