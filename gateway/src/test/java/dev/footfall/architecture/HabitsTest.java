package dev.footfall.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.Date;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Habits that a review would otherwise have to look for. */
class HabitsTest {
    /** Where the clock and the zone of the machine come in; everybody else is handed them. */
    private static final String[] MAY_ASK_THE_MACHINE = {"dev.footfall.gateway.cli..", "dev.footfall.gateway.wiring.."};

    private static final Map<String, Set<Class<?>>> ASKING_THE_MACHINE = Map.of(
            "now",
            Set.of(
                    Instant.class,
                    LocalDate.class,
                    LocalTime.class,
                    LocalDateTime.class,
                    OffsetDateTime.class,
                    ZonedDateTime.class),
            "currentTimeMillis",
            Set.of(System.class),
            "systemUTC",
            Set.of(Clock.class),
            "systemDefaultZone",
            Set.of(Clock.class),
            "system",
            Set.of(Clock.class, InstantSource.class),
            "systemDefault",
            Set.of(ZoneId.class),
            "getDefault",
            Set.of(TimeZone.class),
            "<init>",
            Set.of(Date.class));

    private static final Set<String> DRAWERS =
            Set.of("util", "utils", "common", "helper", "helpers", "manager", "misc");

    @Test
    void clockAndZoneAreHandedIn() {
        noClasses()
                .that()
                .resideOutsideOfPackages(MAY_ASK_THE_MACHINE)
                .should()
                .accessTargetWhere(
                        DescribedPredicate.describe("asks the machine for time or zone", HabitsTest::asksTheMachine))
                .check(Module.production());
    }

    @Test
    void noStateIsStatic() {
        fields().that()
                .areStatic()
                .should()
                .beFinal()
                .andShould()
                .notHaveRawType(DescribedPredicate.describe("changeable", HabitsTest::isChangeable))
                .check(Module.production());
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(packages().filter(folder -> !folder.isAnnotatedWith(NullMarked.class)))
                .as("packages without a @NullMarked package-info.java")
                .isEmpty();
    }

    @Test
    void noPackageIsADrawer() {
        assertThat(packages()
                        .map(JavaPackage::getName)
                        .filter(name -> Stream.of(name.split("\\.")).anyMatch(DRAWERS::contains)))
                .as("packages named after nothing; name them by what they do")
                .isEmpty();
    }

    private static Stream<JavaPackage> packages() {
        return Module.production().stream().map(JavaClass::getPackage).collect(Collectors.toSet()).stream();
    }

    private static boolean asksTheMachine(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        // With a clock as argument, nothing is asked of the machine.
        boolean isHandedAClock = target instanceof AccessTarget.CodeUnitAccessTarget call
                && call.getRawParameterTypes().stream()
                        .anyMatch(type -> type.isEquivalentTo(Clock.class) || type.isEquivalentTo(long.class));
        return !isHandedAClock
                && ASKING_THE_MACHINE.getOrDefault(target.getName(), Set.of()).stream()
                        .anyMatch(type -> target.getOwner().isEquivalentTo(type));
    }

    private static boolean isChangeable(JavaClass type) {
        return type.isAssignableTo(AbstractCollection.class)
                || type.isAssignableTo(AbstractMap.class)
                || type.getPackageName().startsWith("java.util.concurrent.atomic")
                || type.isEquivalentTo(StringBuilder.class)
                || type.isAssignableTo(Queue.class);
    }
}
