package io.dabbawala.gitwatcher.git;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(
        value = "areTheProgramsHere",
        disabledReason = "git or ssh is not on the PATH: apt-get install git openssh-client")
class NativeSshTest extends SshContract {

    static boolean areTheProgramsHere() {
        return HttpHost.isHere()
                && Arrays.stream(System.getenv("PATH").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "ssh")));
    }

    @Override
    Transfer transfer(Mirror mirror, Access access, TransferLimits limits) {
        return new NativeTransfer(mirror, access, limits);
    }
}
