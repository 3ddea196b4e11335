package io.gradio4j.war;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.gradio4j.Component;
import io.gradio4j.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which module may know which, and that none goes round in circles. */
class ModulesTest {

    private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.gradio4j");

    private static final String API = "io.gradio4j";
    private static final String CLIENT = "io.gradio4j.client..";
    private static final String SPI = "io.gradio4j.spi..";
    private static final String IMPL = "io.gradio4j.impl..";
    private static final String COMPONENTS = "io.gradio4j.components..";
    private static final String THEMES = "io.gradio4j.themes..";
    private static final String LAUNCHER = "io.gradio4j.launcher..";
    private static final String GALLERY = "io.gradio4j.gallery..";

    /** A component that a person sees; State is the server's own. */
    private static final DescribedPredicate<JavaClass> CONCRETE_COMPONENT = describe("a concrete component",
            type -> type.isAssignableTo(Component.class) && !type.getModifiers().contains(JavaModifier.ABSTRACT) && !type.isEquivalentTo(State.class));

    @Test
    void modulesKnowOnlyThoseBelow() {
        layeredArchitecture().consideringOnlyDependenciesInLayers()
                .layer("api").definedBy(API, CLIENT)
                .layer("spi").definedBy(SPI)
                .layer("impl").definedBy(IMPL)
                .layer("components").definedBy(COMPONENTS)
                .layer("themes").definedBy(THEMES)
                .layer("launcher").definedBy(LAUNCHER)
                .layer("gallery").definedBy(GALLERY)
                .whereLayer("api").mayNotAccessAnyLayer()
                .whereLayer("spi").mayOnlyAccessLayers("api")
                .whereLayer("impl").mayOnlyAccessLayers("api", "spi")
                .whereLayer("components").mayOnlyAccessLayers("api", "spi")
                .whereLayer("themes").mayOnlyAccessLayers("api", "spi")
                .whereLayer("launcher").mayOnlyAccessLayers("api", "spi", "impl")
                .whereLayer("gallery").mayOnlyAccessLayers("api", "spi", "components", "themes")
                .check(CLASSES);
    }

    @Test
    void everyPackageBelongsToAModule() {
        noClasses().should().resideOutsideOfPackages(API, CLIENT, SPI, IMPL, COMPONENTS, THEMES, LAUNCHER, GALLERY).check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {SPI, IMPL, COMPONENTS, THEMES, LAUNCHER, GALLERY})
    void packagesOfAModuleAreFreeOfCycles(String module) {
        slices().assignedFrom(new PackageSlices(resideInAPackage(module))).should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void packagesOfTheApiAreFreeOfCycles() {
        slices().assignedFrom(new PackageSlices(resideInAnyPackage(API, CLIENT))).should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void runtimeNamesNoConcreteComponent() {
        noClasses().that().resideInAPackage(IMPL).should().dependOnClassesThat(CONCRETE_COMPONENT).check(CLASSES);
    }

    @Test
    void onlyTheRuntimeAndTheLauncherKnowTheServer() {
        noClasses().that().resideOutsideOfPackages(IMPL, LAUNCHER, GALLERY).should().dependOnClassesThat()
                .resideInAnyPackage("jakarta.servlet..", "jakarta.websocket..", "jakarta.enterprise..", "jakarta.inject..").check(CLASSES);
    }
}
