package io.dabbawala.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * The rules every module keeps: a package is a concept or an edge named after what it touches, a
 * concept knows only the JDK, its named value libraries and other concepts, names say what a class
 * is, and nothing grows too long.
 */
public final class Architecture {

    private final String root;
    private final String[] edges;
    private final String[] valueLibraries;

    private Architecture(String root, String[] edges, String[] valueLibraries) {
        this.root = root;
        this.edges = edges;
        this.valueLibraries = valueLibraries;
    }

    /** The rules for the module whose root package this is. */
    public static Architecture of(String rootPackage) {
        return new Architecture(rootPackage, new String[0], new String[0]);
    }

    /**
     * Packages below the root that touch the outside: {@code kafka}, {@code kubernetes}, {@code
     * git} ...
     */
    public Architecture edges(String... names) {
        return new Architecture(root, names, valueLibraries);
    }

    /** Libraries without I/O that a concept may use, as ArchUnit package patterns. */
    public Architecture valueLibraries(String... patterns) {
        return new Architecture(root, edges, patterns);
    }

    /** Of what is not ours the names are enough, and there is much of it. */
    public void check() {
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        var code =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(root);
        conceptsKnowOnlyConcepts(code);
        conceptsAskNobodyTheTime(code);
        namesSayWhatAClassIs(code);
        SourceRules.check();
    }

    private void conceptsKnowOnlyConcepts(JavaClasses code) {
        var allowed =
                Stream.concat(Stream.of("java..", "org.jspecify.."), Arrays.stream(valueLibraries))
                        .toArray(String[]::new);
        classes()
                .that(concepts())
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(concepts()))
                .allowEmptyShould(true)
                .because("what decides knows only the JDK and what else decides")
                .check(code);
    }

    private void conceptsAskNobodyTheTime(JavaClasses code) {
        noClasses()
                .that(concepts())
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .dependOnClassesThat(resideInAPackage("java.nio.file.."))
                .orShould()
                .dependOnClassesThat(resideInAPackage("java.net.http.."))
                .allowEmptyShould(true)
                .because("a concept is told the time and reads no file, environment or network")
                .check(code);
    }

    private void namesSayWhatAClassIs(JavaClasses code) {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveNameMatching(
                        ".*\\.(\\w*(Utils?|Helper|Manager)|Base[A-Z]\\w*|Abstract[A-Z]\\w*)")
                .because("a name says what a class is, not how it hangs together")
                .check(code);
    }

    private DescribedPredicate<JavaClass> concepts() {
        var outside =
                Stream.concat(
                                Stream.of(root),
                                Arrays.stream(edges).map(edge -> root + "." + edge + ".."))
                        .toArray(String[]::new);
        return resideInAPackage(root + "..").and(not(resideInAnyPackage(outside)));
    }
}
