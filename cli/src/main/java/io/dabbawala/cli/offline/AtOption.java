package io.dabbawala.cli.offline;

import io.dabbawala.cli.terminal.Surroundings;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The time of the question: what is asked twice is answered alike. */
final class AtOption {

    @Option(
            names = "--at",
            paramLabel = "TIME",
            converter = Rfc3339.class,
            description = "As if it were then, as in 2026-11-08T18:30:00+05:30 (default: now).")
    private @Nullable OffsetDateTime at;

    Instant instant(Surroundings around) {
        return at == null ? around.clock().instant() : at.toInstant();
    }

    /** A date, a time and its offset. */
    static final class Rfc3339 implements ITypeConverter<OffsetDateTime> {

        @Override
        public OffsetDateTime convert(String written) {
            try {
                return OffsetDateTime.parse(written);
            } catch (DateTimeException _) {
                throw new TypeConversionException(
                        "'%s' is not a time; write 2026-11-08T18:30:00+05:30 or 2026-11-08T13:00:00Z"
                                .formatted(written));
            }
        }
    }
}
