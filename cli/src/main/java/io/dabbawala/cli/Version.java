package io.dabbawala.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version the jar was built as. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        var version = Optional.ofNullable(Dabba.class.getPackage().getImplementationVersion());
        return new String[] {"dabba " + version.orElse("(not packaged)")};
    }
}
