package dev.corbel.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Imports point one way: {@code cli → engine → planner → {dsl, state} → providers/api}, and a provider sees API, kit and its client. */
@Tag("gate")
class ArchitectureTest {
    private static final String API = "dev.corbel.providers.api..";
    private static final String KIT = "dev.corbel.providers.kit..";
    private static final JavaClasses CORBEL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.corbel");

    @Test
    void theApiStandsOnTheJavaPlatformAndReadsJsonWithTheJacksonCore() {
        check(classes()
                .that()
                .resideInAPackage(API)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(API, "java..", "org.jspecify..", "com.fasterxml.jackson.core.."));
        check(noClasses()
                .that()
                .resideInAPackage(API)
                .and()
                .resideOutsideOfPackage("dev.corbel.providers.api.json..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws", "azure", "local", "onprem", "simulator"})
    void aProviderSeesApiKitAndItsClient(String provider) {
        seesAlone("dev.corbel.providers." + provider + "..", API, KIT, "dev.corbel.clients." + provider + "..");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws", "azure"})
    void aClientIsForItsProviderAndItsBackend(String cloud) {
        String client = "dev.corbel.clients." + cloud + "..";
        seesAlone(client, API);
        check(noClasses()
                .that()
                .resideOutsideOfPackages(
                        client, "dev.corbel.providers." + cloud + "..", "dev.corbel.state." + cloud + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(client));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kit", "conformance"})
    void kitAndConformanceSeeTheApiAlone(String module) {
        seesAlone("dev.corbel.providers." + module + "..", API);
    }

    @Test
    void theLanguageKnowsNeitherStateNorPlanner() {
        seesAlone("dev.corbel.dsl..", API);
    }

    @Test
    void stateKnowsNeitherLanguageNorPlanner() {
        seesAlone("dev.corbel.state..", API, "dev.corbel.clients..");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws", "azure", "postgres"})
    void nobodyKnowsABackendOfState(String backend) {
        String module = "dev.corbel.state." + backend + "..";
        belongsTo(module, module);
    }

    @Test
    void thePlannerKnowsNoProviderAndNoView() {
        seesAlone("dev.corbel.planner..", "dev.corbel.dsl..", "dev.corbel.state..", API);
    }

    @Test
    void theEngineKnowsNoProviderAndNoView() {
        seesAlone("dev.corbel.engine..", "dev.corbel.planner..", "dev.corbel.dsl..", "dev.corbel.state..", API);
    }

    @Test
    void theCommandLineFindsProvidersByServiceLoaderOnly() {
        seesAlone(
                "dev.corbel.cli..",
                "dev.corbel.engine..",
                "dev.corbel.planner..",
                "dev.corbel.dsl..",
                "dev.corbel.state..",
                API);
    }

    @Test
    void librariesStayWhereTheyBelong() {
        belongsTo("dev.corbel.dsl..", "groovy..", "org.codehaus.groovy..", "org.apache.groovy..");
        belongsTo("dev.corbel.planner..", "org.jgrapht..");
        check(noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.corbel.clients.aws..", "dev.corbel.providers.aws..", "dev.corbel.state.aws..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("software.amazon.."));
        check(noClasses()
                .that()
                .resideOutsideOfPackages("dev.corbel.clients.azure..", "dev.corbel.state.azure..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.azure..", "com.microsoft.aad..", "reactor.."));
        belongsTo("dev.corbel.providers.local.balancer..", "io.undertow..", "org.xnio..");
        belongsTo("dev.corbel.providers.local.database..", "org.tukaani..");
        belongsTo("dev.corbel.providers.onprem.[ssh|cds]..", "org.apache.sshd..", "net.i2p..");
        belongsTo("dev.corbel.state.postgres..", "org.postgresql..");
        belongsTo("dev.corbel.cli..", "picocli..", "org.jline..", "ch.qos.logback..");
    }

    @Test
    void packagesHaveNoCycles() {
        check(slices().matching("dev.corbel.(**)").should().beFreeOfCycles().allowEmptyShould(true));
    }

    @Test
    void noTwoPublicClassesOfAModuleHaveOneSimpleName() {
        Map<String, Set<String>> names = new TreeMap<>();
        for (JavaClass type : CORBEL) {
            if (type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC)) {
                names.computeIfAbsent(module(type) + " " + type.getSimpleName(), key -> new TreeSet<>())
                        .add(type.getPackageName());
            }
        }
        names.values().removeIf(packages -> packages.size() == 1);
        assertThat(names).isEmpty();
    }

    /** The folder or archive that a class comes from. */
    private static String module(JavaClass type) {
        String file = type.getSource().orElseThrow().getUri().toString();
        return file.substring(0, file.indexOf("/dev/corbel/"));
    }

    @Test
    void everyPackageIsNullMarked() {
        DescribedPredicate<JavaClass> nullMarked =
                describe("in a package whose package-info.java says @NullMarked", type -> type.getPackage()
                        .isAnnotatedWith(NullMarked.class));
        check(classes().should(be(nullMarked)));
    }

    private static void seesAlone(String module, String... seen) {
        String[] allowed = new String[seen.length + 1];
        allowed[0] = module;
        System.arraycopy(seen, 0, allowed, 1, seen.length);
        DescribedPredicate<JavaClass> otherModule = JavaClass.Predicates.resideInAPackage("dev.corbel..")
                .and(JavaClass.Predicates.resideOutsideOfPackages(allowed));
        check(noClasses().that().resideInAPackage(module).should().dependOnClassesThat(otherModule));
    }

    private static void belongsTo(String module, String... library) {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(module)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(CORBEL);
    }
}
