package io.dabbawala.cli.command;

import java.time.Duration;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Spans as people write them: {@code 90s}, {@code 2m}, {@code 1h30m}. */
public final class Span implements ITypeConverter<Duration> {

    private static final Pattern WRITTEN =
            Pattern.compile("(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s)?");

    @Override
    public Duration convert(String written) {
        var parts = WRITTEN.matcher(written);
        if (written.isEmpty() || !parts.matches()) {
            throw new TypeConversionException(
                    "'%s' is not a time; write 90s, 2m or 1h30m".formatted(written));
        }
        return Duration.ofHours(number(parts.group(1)))
                .plusMinutes(number(parts.group(2)))
                .plusSeconds(number(parts.group(3)));
    }

    private static long number(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
