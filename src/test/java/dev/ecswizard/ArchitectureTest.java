package dev.ecswizard;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Who may know whom, as rules that fail. Each rule is also held against a small package of violations, which lies
/// beside this test under `architecture`, so that a rule that can not fail is noticed.
class ArchitectureTest {
    private static final String ROOT = "dev.ecswizard";
    private static final String VIOLATIONS = "dev.ecswizard.architecture";

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
    private static final JavaClasses WRONG = new ClassFileImporter().importPackages(VIOLATIONS);

    /// What a package of ours may use of the others of ours.
    private static final Map<String, List<String>> NEIGHBOURS = Map.of(
            "spec", List.of(),
            "cloud", List.of("spec"),
            "template", List.of("spec"),
            "deploy", List.of("cloud", "template", "spec"),
            "preflight", List.of("cloud", "template", "spec"),
            "aws", List.of("cloud", "spec"),
            "sandbox", List.of("spec"),
            "ui", List.of("cloud", "template", "spec"),
            "wizard", List.of("ui", "deploy", "preflight", "template", "cloud", "spec"));

    static Stream<Arguments> rules() {
        return Stream.concat(
                NEIGHBOURS.entrySet().stream()
                        .map(entry -> Arguments.of(
                                entry.getKey() + " knows its neighbours only",
                                neighbours(entry.getKey(), entry.getValue()))),
                Stream.of(
                        Arguments.of("spec uses the JDK's java.* only", specIsPlain()),
                        Arguments.of("the SDK's clients are for aws only", clientsInAwsOnly()),
                        Arguments.of("no SDK outside aws and sandbox", sdkInTwoPackagesOnly()),
                        Arguments.of("Jackson in template, deploy and sandbox only", jacksonInThreePackagesOnly()),
                        Arguments.of("no JavaFX outside ui, wizard and App", javafxInTheWindowOnly()),
                        Arguments.of("a model knows no toolkit", modelsKnowNoToolkit()),
                        Arguments.of("a page starts no work", pagesStartNoWork()),
                        Arguments.of("pages do not know each other", pagesAreStrangers()),
                        Arguments.of("Platform.runLater in one class", oneRunLater()),
                        Arguments.of("only Main prints", onlyMainPrints()),
                        Arguments.of("no cycles", noCycles()),
                        Arguments.of("no names that say nothing", tellingNames())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void holds(String name, ArchRule rule) {
        rule.check(PRODUCT);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void isSeenToFail(String name, ArchRule rule) {
        assertThat(rule.evaluate(WRONG).hasViolation()).isTrue();
    }

    @Test
    @DisplayName("the product's classes were found")
    void theProductWasRead() {
        assertThat(PRODUCT.size()).isGreaterThan(30);
        assertThat(PRODUCT.stream()).noneMatch(type -> type.getPackageName().startsWith(VIOLATIONS));
    }

    /// A layer `x` is the package `dev.ecswizard.x` and what lies below it; the violations have the same layers below
    /// their own root.
    private static String[] layer(String name) {
        return new String[] {ROOT + "." + name + "..", VIOLATIONS + "." + name + ".."};
    }

    private static ArchRule neighbours(String layer, List<String> allowed) {
        var strangers = NEIGHBOURS.keySet().stream()
                .filter(other -> !other.equals(layer) && !allowed.contains(other))
                .flatMap(other -> Stream.of(layer(other)))
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAnyPackage(layer(layer))
                .should()
                .dependOnClassesThat(resideInAnyPackage(strangers)
                        .or(DescribedPredicate.describe("App or Main", ArchitectureTest::isComposition)))
                .allowEmptyShould(true);
    }

    private static boolean isComposition(JavaClass type) {
        return type.getPackageName().equals(ROOT) || type.getPackageName().equals(VIOLATIONS);
    }

    private static ArchRule specIsPlain() {
        return noClasses()
                .that()
                .resideInAnyPackage(layer("spec"))
                .should()
                .dependOnClassesThat(not(resideInAnyPackage("java..", ROOT + ".spec..")));
    }

    private static ArchRule clientsInAwsOnly() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(layer("aws"))
                .should()
                .dependOnClassesThat(resideInAPackage("software.amazon.awssdk..")
                        .and(simpleNameEndingWith("Client").or(simpleNameEndingWith("ClientBuilder"))));
    }

    private static ArchRule sdkInTwoPackagesOnly() {
        return noClasses()
                .that(not(resideInAnyPackage(layer("aws"))).and(not(resideInAnyPackage(layer("sandbox")))))
                .should()
                .dependOnClassesThat(resideInAPackage("software.amazon.awssdk.."));
    }

    private static ArchRule jacksonInThreePackagesOnly() {
        return noClasses()
                .that(not(resideInAnyPackage(layer("template")))
                        .and(not(resideInAnyPackage(layer("deploy"))))
                        .and(not(resideInAnyPackage(layer("sandbox")))))
                .should()
                .dependOnClassesThat(resideInAnyPackage("com.fasterxml.jackson..", "org.yaml.snakeyaml.."));
    }

    private static ArchRule javafxInTheWindowOnly() {
        return noClasses()
                .that(not(resideInAnyPackage(layer("ui")))
                        .and(not(resideInAnyPackage(layer("wizard"))))
                        .and(DescribedPredicate.describe(
                                "not App", type -> !type.getName().startsWith(ROOT + ".App"))))
                .should()
                .dependOnClassesThat(resideInAnyPackage("javafx..", "atlantafx..", "org.kordamp.."));
    }

    private static ArchRule modelsKnowNoToolkit() {
        return noClasses()
                .that()
                .haveSimpleNameEndingWith("Model")
                .should()
                .dependOnClassesThat(resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml.."));
    }

    private static ArchRule pagesStartNoWork() {
        return noClasses()
                .that()
                .haveSimpleNameEndingWith("Page")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "start work",
                        type -> type.getSimpleName().equals("Background")
                                || type.isAssignableTo(Thread.class)
                                || type.getPackageName().startsWith("java.util.concurrent")
                                || type.isAssignableTo(javafx.concurrent.Worker.class)));
    }

    private static ArchRule pagesAreStrangers() {
        return classes()
                .that()
                .resideInAnyPackage(ROOT + ".wizard.*..", VIOLATIONS + ".wizard.*..")
                .should(new ArchCondition<>("know no other page's folder") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getDirectDependenciesFromSelf().stream()
                                .filter(dependency -> isOfAnotherPage(type, dependency.getTargetClass()))
                                .forEach(dependency ->
                                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
                    }
                })
                .allowEmptyShould(true);
    }

    private static boolean isOfAnotherPage(JavaClass from, JavaClass to) {
        return to.getPackageName().matches(".*\\.wizard\\.\\w+")
                && !to.getPackageName().equals(from.getPackageName());
    }

    private static ArchRule oneRunLater() {
        return classes().should(new ArchCondition<>("leave Platform.runLater to one class") {
            private final java.util.Set<String> callers = new java.util.TreeSet<>();

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMethodCallsFromSelf().stream()
                        .filter(ArchitectureTest::isRunLater)
                        .forEach(call -> callers.add(outermost(call.getOriginOwner())));
            }

            @Override
            public void finish(ConditionEvents events) {
                if (callers.size() > 1) {
                    events.add(SimpleConditionEvent.violated(callers, "runLater is called in " + callers));
                }
                callers.clear();
            }
        });
    }

    private static boolean isRunLater(JavaMethodCall call) {
        return call.getTargetOwner().isEquivalentTo(Platform.class)
                && call.getName().equals("runLater");
    }

    private static String outermost(JavaClass type) {
        return type.getName().replaceFirst("\\$.*", "");
    }

    private static ArchRule onlyMainPrints() {
        return noClasses()
                .that(DescribedPredicate.describe(
                        "are not Main", type -> !outermost(type).equals(ROOT + ".Main")))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace", PrintStream.class);
    }

    private static ArchRule noCycles() {
        return slices().matching("dev.ecswizard.(**)").should().beFreeOfCycles();
    }

    private static ArchRule tellingNames() {
        return noClasses().should(new ArchCondition<>("be called Util, Helper, Manager or Impl") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var says = type.getSimpleName().matches(".*(Utils?|Helpers?|Managers?|Impl|Constants)");
                events.add(new SimpleConditionEvent(type, says, type.getName()));
            }
        });
    }
}
