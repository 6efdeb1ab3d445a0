package io.dabbawala.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dabbawala.local.cluster.ClusterChoice;
import io.dabbawala.local.demo.Demo;
import org.junit.jupiter.api.Test;

/** The six chapters of the demo, as a user would run it. */
class DemoTest {

    @Test
    void the_whole_story_happens_on_the_twin() {
        assertThat(tell(new ClusterChoice.Twin())).isZero();
    }

    @Test
    void the_whole_story_happens_on_a_real_control_plane() {
        // Given
        var programs = ClusterChoice.programs();
        assumeTrue(
                programs.isPresent(),
                "no control plane's programs: build them with ./dabba control-plane");

        // Then
        assertThat(tell(new ClusterChoice.ControlPlane(programs.orElseThrow()))).isZero();
    }

    private static int tell(ClusterChoice cluster) {
        return new Demo(States.fresh("demo"), cluster, System.out).run();
    }
}
