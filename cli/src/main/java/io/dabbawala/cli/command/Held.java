package io.dabbawala.cli.command;

import java.util.Map;
import picocli.CommandLine.Option;

/** Which held plan is meant, when that matters; else the one that is held. */
final class Held {

    @Option(
            names = "--delivery",
            paramLabel = "ID",
            defaultValue = "",
            description = "Only if this delivery is the one that is held.")
    private String delivery = "";

    @Option(
            names = "--digest",
            paramLabel = "SHA256",
            defaultValue = "",
            description = "Only if this is what is held.")
    private String digest = "";

    Map<String, String> target() {
        return Map.of("delivery", delivery, "digest", digest);
    }
}
