package io.dabbawala.cli.offline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.dabbawala.cli.terminal.Surroundings;
import io.dabbawala.gitwatcher.render.CanonicalJson;
import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.retry.FailedOperation;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "eval",
        description = "Says whether and when a failed sync of an Application is tried again.",
        footer = {
            "dabba retry eval web.yaml --retries 2",
            "dabba retry eval web.yaml --at 2026-11-08T18:30:00+05:30"
        })
public final class RetryEval implements Callable<Integer> {

    private static final int NANO_DIGITS = 9;

    @Option(
            names = "--retries",
            paramLabel = "N",
            description = "How often it was tried again already (default: as its status says).")
    private @Nullable Long retries;

    @Mixin private FileParameter file = new FileParameter();
    @Mixin private AtOption at = new AtOption();
    @Mixin private Answers answers = new Answers();
    private final Surroundings around;

    public RetryEval(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        var documents = answers.documents(file.read(around), around);
        if (documents.size() != 1 || !documents.getFirst().isObject()) {
            throw answers.refused("one Application is needed, not " + documents.size(), around);
        }
        var application = Json.object(CanonicalJson.of(documents.getFirst()));
        try {
            return answers.whole(List.of(answer(application)), around);
        } catch (IllegalArgumentException e) {
            throw answers.refused(e.getMessage(), around);
        }
    }

    private Answer answer(Map<String, Object> application) {
        var failed = FailedOperation.of(application);
        var wait = failed.schedule().waitAfter(retries == null ? failed.retries() : retries);
        var line = JsonNodeFactory.instance.objectNode().put("retries", wait.isPresent());
        wait.ifPresent(
                pause -> {
                    line.put("waitSeconds", seconds(pause));
                    line.put("retryAt", after(at.instant(around), pause));
                });
        return new Answer(line, wait.isPresent());
    }

    private static BigDecimal seconds(Duration pause) {
        var exact =
                BigDecimal.valueOf(pause.toSeconds())
                        .add(BigDecimal.valueOf(pause.toNanosPart(), NANO_DIGITS))
                        .stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }

    private static String after(Instant start, Duration pause) {
        return start.plus(pause).toString();
    }
}
