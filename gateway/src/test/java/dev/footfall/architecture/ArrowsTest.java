package dev.footfall.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import dev.footfall.drivers.SensorDriver;
import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every arrow of the architecture points one way. */
class ArrowsTest {
    private static final DescribedPredicate<JavaClass> FOOTFALL = resideInAPackage("dev.footfall..");
    private static final DescribedPredicate<JavaClass> PAHO_UPLINK = DescribedPredicate.describe(
            "are PahoUplink and what is nested in it",
            type -> type.getName().startsWith("dev.footfall.relay.uplink.PahoUplink"));

    private static final DescribedPredicate<JavaClass> SIMULATED = resideInAnyPackage(
                    "dev.footfall.gateway.cli.simulation..", "dev.footfall.gateway.cli.bench.truth..")
            .as("the demo, simulate and bench truth commands");

    @ParameterizedTest
    @EnumSource(names = {"CORE", "DRIVERS", "RELAY", "GATEWAY"})
    void everyModuleIsSeen(Module module) {
        assertThat(Module.production().stream().filter(module::contains)).hasSizeGreaterThan(3);
    }

    @Test
    void theCoreNeedsNothingButJavaSketchesAndMatrices() {
        check(classes()
                .that(Module.CORE.classes())
                .should()
                .onlyDependOnClassesThat(Module.CORE
                        .classes()
                        .or(resideInAnyPackage(
                                "java..", "org.jspecify..", "org.apache.datasketches..", "org.ejml.."))));
    }

    @Test
    void theCoreDoesNoInputOrOutput() {
        check(noClasses()
                .that(Module.CORE.classes())
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.nio.file..", "java.nio.channels..", "java.net..", "java.sql..")
                                .and(not(type(URI.class)))));
    }

    @Test
    void driversRelayAndSimulatorKnowOnlyTheCore() {
        for (Module module : Set.of(Module.DRIVERS, Module.RELAY, Module.SIMULATOR)) {
            check(noClasses()
                    .that(module.classes())
                    .should()
                    .dependOnClassesThat(FOOTFALL.and(not(Module.ours(Module.CORE, module)))));
        }
    }

    @Test
    void noDriverKnowsAnother() {
        Set<String> driverPackages = Module.production().stream()
                .filter(type -> type.isAssignableTo(SensorDriver.class))
                .map(JavaClass::getPackageName)
                .filter(name -> !name.equals(SensorDriver.class.getPackageName()))
                // the envelopes of LoRaWAN network servers, which its models share
                .filter(name -> !name.equals("dev.footfall.drivers.lorawan"))
                .collect(Collectors.toSet());
        for (String driver : driverPackages) {
            check(noClasses()
                    .that()
                    .resideInAPackage("dev.footfall.drivers.*..")
                    .and()
                    .resideOutsideOfPackage(driver + "..")
                    .should()
                    .dependOnClassesThat(resideInAPackage(driver + "..")));
        }
    }

    @Test
    void theGatewayReachesDriversOnlyThroughTheCatalogue() {
        check(noClasses()
                .that(Module.GATEWAY.classes())
                .should()
                .dependOnClassesThat(assignableTo(SensorDriver.class)
                        .and(not(resideInAPackage(SensorDriver.class.getPackageName())))));
    }

    @Test
    void onlyDemoSimulateAndTheBenchOfTruthReachTheSimulator() {
        check(noClasses()
                .that(Module.GATEWAY.classes())
                .and(not(SIMULATED))
                .should()
                .dependOnClassesThat(Module.SIMULATOR.classes()));
    }

    @Test
    void vertxStaysInTheGateway() {
        check(noClasses()
                .that(not(Module.GATEWAY.classes()))
                .should()
                .dependOnClassesThat(resideInAPackage("io.vertx..")));
    }

    @Test
    void pahoIsTouchedInTheUplinkAndTheBrokerSource() {
        check(noClasses()
                .that(not(PAHO_UPLINK.or(
                        resideInAnyPackage("dev.footfall.gateway.source.broker..", "dev.footfall.gateway.cli.."))))
                .should()
                .dependOnClassesThat(resideInAPackage("org.eclipse.paho..")));
    }

    @Test
    void sqlIsTouchedInTheJournal() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.footfall.gateway.journal..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..")));
    }

    @Test
    void meterNamesAreMadeInOnePlace() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("dev.footfall.gateway.observability..", "dev.footfall.gateway.wiring..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.micrometer..")));
    }

    @Test
    void nothingDependsOnTheCommandLine() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.footfall.gateway.cli..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.footfall.gateway.cli..", "picocli..")));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(Module.production());
    }
}
