package dev.footfall.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;

/** The modules, told apart by where their classes lie: a folder or a jar named after them. */
enum Module {
    CORE("core"),
    DRIVERS("sensor-drivers"),
    RELAY("cloud-relay"),
    SIMULATOR("simulator"),
    GATEWAY("gateway");

    private final String folder;

    Module(String folder) {
        this.folder = folder;
    }

    /** Every class of the product, tests left out. */
    static JavaClasses production() {
        return Production.CLASSES;
    }

    /** The folder of its Java sources; {@code tree} is main or test. */
    Path sources(String tree) {
        return Repository.ROOT.resolve(folder).resolve("src").resolve(tree).resolve("java");
    }

    boolean contains(JavaClass type) {
        return type.getBaseComponentType()
                .getSource()
                .map(source -> isBelow(source.getUri()))
                .orElse(false);
    }

    DescribedPredicate<JavaClass> classes() {
        return DescribedPredicate.describe("in module " + folder, this::contains);
    }

    static DescribedPredicate<JavaClass> ours(Module... modules) {
        return DescribedPredicate.describe(
                "in modules " + Arrays.toString(modules),
                type -> Arrays.stream(modules).anyMatch(module -> module.contains(type)));
    }

    /** In a build the classes lie below {@code core/target}; from a repository they come in {@code footfall-core-1.jar}. */
    private boolean isBelow(URI uri) {
        String place = uri.toString();
        return place.contains("/" + folder + "/target/") || place.contains("/footfall-" + folder + "-");
    }

    /** Imported once for all tests. */
    private static final class Production {
        private static final JavaClasses CLASSES = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("-tests.jar"))
                .importPackages("dev.footfall");
    }
}
