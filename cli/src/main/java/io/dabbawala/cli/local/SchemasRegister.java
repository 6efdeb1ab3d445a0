package io.dabbawala.cli.local;

import io.dabbawala.cli.answer.CommandFailed;
import io.dabbawala.cli.answer.ExitCode;
import io.dabbawala.cli.http.HttpAddress;
import io.dabbawala.cli.terminal.Surroundings;
import io.dabbawala.local.kafka.SchemaRegistration;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "register",
        description = {
            "Registers the schema of every topic; again, it changes nothing.",
            "Ends with 1 when a schema is incompatible with one that is registered."
        },
        footer = {
            "dabba schemas register --registry http://127.0.0.1:8081/apis/registry/v3",
            "dabba schemas register --registry https://registry.example.com/apis/registry/v3"
        })
public final class SchemasRegister implements Callable<Integer> {

    @Option(
            names = "--registry",
            required = true,
            paramLabel = "URL",
            description = "The v3 API of an Apicurio registry, ending in /apis/registry/v3.")
    private String url = "";

    private final Surroundings around;

    public SchemasRegister(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        var registry = HttpAddress.of("the registry", url);
        try {
            new SchemaRegistration(registry).registerAll();
        } catch (UncheckedIOException e) {
            throw CommandFailed.unavailable(
                    "the registry at %s cannot be reached".formatted(registry));
        } catch (IllegalStateException e) {
            throw CommandFailed.no(String.valueOf(e.getMessage()));
        }
        around.terminal().out().println("the schemas of all topics are registered at " + registry);
        return ExitCode.OK.number();
    }
}
