package org.secondlook.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house keeps its rules, and each rule catches a violation planted for it. */
class ArchitectureTest {

    private static final String ROOT = "org.secondlook";
    private static final String PLANTED = "org.secondlook.app.architecture.planted";

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages(ROOT);

    private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages(PLANTED);

    static Set<String> rules() {
        return new Rules(ROOT).all().keySet();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theHouseKeeps(String name) {
        new Rules(ROOT).all().get(name).check(HOUSE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aPlantedViolationIsCaught(String name) {
        ArchRule rule = new Rules(PLANTED).all().get(name);
        assertThat(rule.evaluate(VIOLATIONS).hasViolation()).isTrue();
    }
}
