package io.dabbawala.testkit;

import java.util.logging.Level;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jboss.logmanager.handlers.ConsoleHandler;

/**
 * What a program without Quarkus tells of itself: warnings and errors, on standard error. A log
 * manager that nobody configured has every trace message made, and writes none of them.
 */
public final class ProgramLog {

    private static final String LINE = "%d{yyyy-MM-dd HH:mm:ss,SSS} %-5p [%c{3.}] %s%e%n";

    public static void begin() {
        var root = LogContext.getLogContext().getLogger("");
        root.setLevel(Level.WARNING);
        root.addHandler(
                new ConsoleHandler(ConsoleHandler.Target.SYSTEM_ERR, new PatternFormatter(LINE)));
    }

    private ProgramLog() {}
}
