package io.dabbawala.testkit;

import static java.util.stream.Collectors.joining;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/**
 * How long a file and a method may be, how many parameters it takes, and which words no source
 * holds.
 */
final class SourceRules {

    private static final int MAIN_FILE_LINES = 300;
    private static final int TEST_FILE_LINES = 400;
    private static final int METHOD_LINES = 40;
    private static final int PARAMETERS = 6;
    private static final List<String> FORBIDDEN =
            List.of("TO" + "DO", "FIX" + "ME", "catch (Throw" + "able");

    /** Checks the sources of the module the test runs in. */
    static void check() {
        var findings = new ArrayList<String>();
        findings.addAll(findingsIn(Path.of("src/main/java"), MAIN_FILE_LINES));
        findings.addAll(findingsIn(Path.of("src/test/java"), TEST_FILE_LINES));
        if (!findings.isEmpty()) {
            throw new AssertionError(findings.stream().sorted().collect(joining("\n", "\n", "\n")));
        }
    }

    static List<String> findingsIn(Path sources, int maximumLines) {
        if (!Files.isDirectory(sources)) {
            return List.of();
        }
        try (var walk = Files.walk(sources)) {
            var files = walk.filter(file -> file.toString().endsWith(".java")).toList();
            var findings = new ArrayList<>(longMethodsOf(files));
            files.forEach(file -> findings.addAll(findingsOf(file, maximumLines)));
            return findings;
        } catch (IOException e) {
            throw new UncheckedIOException("read " + sources, e);
        }
    }

    private static List<String> findingsOf(Path file, int maximumLines) {
        try {
            var findings = new ArrayList<String>();
            var lines = Files.readAllLines(file);
            if (lines.size() > maximumLines) {
                findings.add(
                        "%s has %d lines, at most %d: a second noun is hiding in it"
                                .formatted(file, lines.size(), maximumLines));
            }
            FORBIDDEN.stream()
                    .filter(word -> lines.stream().anyMatch(line -> line.contains(word)))
                    .forEach(word -> findings.add("%s says \"%s\"".formatted(file, word)));
            return findings;
        } catch (IOException e) {
            throw new UncheckedIOException("read " + file, e);
        }
    }

    /** All files in one task: each task looks into every jar of the class path first. */
    private static List<String> longMethodsOf(List<Path> sources) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    files,
                                    _ -> {},
                                    List.of("-proc:none"),
                                    null,
                                    files.getJavaFileObjectsFromPaths(sources));
            var positions = Trees.instance(task).getSourcePositions();
            var findings = new ArrayList<String>();
            for (var unit : task.parse()) {
                new Methods(unit, positions).scan(unit, findings);
            }
            return findings;
        }
    }

    private static final class Methods extends TreeScanner<Void, List<String>> {

        private final String file;
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private boolean inRecord;

        Methods(CompilationUnitTree unit, SourcePositions positions) {
            this.file = unit.getSourceFile().getName();
            this.unit = unit;
            this.positions = positions;
        }

        @Override
        public Void visitClass(ClassTree type, List<String> findings) {
            var outer = inRecord;
            inRecord = type.getKind() == Tree.Kind.RECORD;
            super.visitClass(type, findings);
            inRecord = outer;
            return null;
        }

        @Override
        public Void visitMethod(MethodTree method, List<String> findings) {
            var lines =
                    lineOf(positions.getEndPosition(unit, method))
                            - lineOf(positions.getStartPosition(unit, method))
                            + 1;
            if (lines > METHOD_LINES) {
                findings.add(
                        "%s: method %s has %d lines, at most %d"
                                .formatted(file, method.getName(), lines, METHOD_LINES));
            }
            if (method.getParameters().size() > PARAMETERS && !isGiven(method)) {
                findings.add(
                        "%s: method %s takes %d parameters, at most %d"
                                .formatted(
                                        file,
                                        method.getName(),
                                        method.getParameters().size(),
                                        PARAMETERS));
            }
            return super.visitMethod(method, findings);
        }

        /** What somebody else's interface asks for, and records, which mirror events. */
        private boolean isGiven(MethodTree method) {
            return method.getModifiers().getAnnotations().toString().contains("@Override")
                    || inRecord && method.getName().contentEquals("<init>");
        }

        private long lineOf(long position) {
            return position < 0 ? 0 : unit.getLineMap().getLineNumber(position);
        }
    }

    private SourceRules() {}
}
