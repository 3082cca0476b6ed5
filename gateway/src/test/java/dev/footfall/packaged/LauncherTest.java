package dev.footfall.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.architecture.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a source tree of two files, with a Maven, a Java and an apt that only write down what they are asked. */
class LauncherTest {
    private static final List<String> SYSTEM = List.of(
            "sh",
            "dirname",
            "readlink",
            "sed",
            "grep",
            "tr",
            "find",
            "head",
            "mkdir",
            "mv",
            "cat",
            "env",
            "flock",
            "touch");

    @TempDir
    Path folder;

    private Path tree;
    private Path bin;
    private Path jvms;
    private Path source;
    private final Map<String, String> environment = new LinkedHashMap<>();

    @BeforeEach
    void makeATreeAndAMachine() throws IOException {
        tree = Files.createDirectories(folder.resolve("source tree"));
        bin = Files.createDirectories(folder.resolve("bin"));
        jvms = Files.createDirectories(folder.resolve("jvms"));
        Files.copy(Repository.ROOT.resolve("footfall"), tree.resolve("footfall"));
        Files.writeString(tree.resolve("pom.xml"), "<project/>");
        source = tree.resolve("gateway/src/main/java/Main.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, "class Main {}");
        for (String name : SYSTEM) {
            program(bin.resolve(name), "exec " + systemProgram(name) + " \"$@\"");
        }
        program(bin.resolve("id"), "echo 0");
        environment.put("PATH", bin.toString());
        environment.put("FOOTFALL_JVMS", jvms.toString());
    }

    @Test
    void buildsOnFirstUseThenRunsWithTheArgumentsAsGiven() throws Exception {
        jdk("temurin-25-jdk", "25.0.3", "25");
        maven("mkdir -p gateway/target && touch gateway/target/footfall-gateway.jar");

        Run run = footfall("decode", "two words", "");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).endsWith("|decode|two words||\n").contains("|-XX:+UseSerialGC|", "|-jar|");
        assertThat(run.err()).contains("building", "built.");
        assertThat(asked("mvn"))
                .containsExactly("--batch-mode -Dstyle.color=never --quiet -DskipTests -Dpackage.skip=true package");
    }

    @Test
    void buildsAgainOnlyWhenASourceIsNewer() throws Exception {
        jdk("temurin-25-jdk", "25.0.3", "25");
        maven("mkdir -p gateway/target && touch gateway/target/footfall-gateway.jar");
        footfall("check");

        assertThat(footfall("check").err()).doesNotContain("building");
        touchInTheFuture(source);
        assertThat(footfall("check").err()).contains("building");

        assertThat(asked("mvn")).hasSize(2);
    }

    @Test
    void aFailedBuildIsReportedAndTriedAgainNextTime() throws Exception {
        jdk("temurin-25-jdk", "25.0.3", "25");
        maven("echo 'Main.java does not compile'; exit 1");

        Run first = footfall("check");
        Run second = footfall("check");

        assertThat(first.exitCode()).isEqualTo(1);
        assertThat(first.out()).isEmpty();
        assertThat(first.err()).contains("Main.java does not compile", "footfall: the build failed");
        assertThat(second.err()).contains("the build failed");
    }

    @Test
    void javaHomeGoesFirstButOnlyIfItIsNewEnough() throws Exception {
        jdk("temurin-25-jdk", "25.0.3", "25");
        Path own = jdk("../own", "26", "26");
        Path old = jdk("../old", "17.0.15", "17");
        maven("mkdir -p gateway/target && touch gateway/target/footfall-gateway.jar");

        environment.put("JAVA_HOME", own.toString());
        assertThat(footfall("check").out()).startsWith("java 26|");
        environment.put("JAVA_HOME", old.toString());
        assertThat(footfall("check").out()).startsWith("java 25|");
    }

    @Test
    void anOldJavaIsNotTaken() throws Exception {
        jdk("java-17-openjdk-amd64", "17.0.15", "17");

        Run run = footfall("check");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("building needs a JDK 25 or newer; ./footfall setup installs it");
    }

    @Test
    void aMachineThatHasEverythingInstallsNothingAndNeedsNoRights() throws Exception {
        everythingButJava();
        jdk("temurin-25-jdk", "25.0.3", "25");
        maven("true");
        program(bin.resolve("id"), "echo 1000");

        Run run = footfall("setup");

        assertThat(run.err()).isEqualTo("footfall: everything that building and testing need is here.\n");
        assertThat(run.exitCode()).isZero();
        assertThat(asked("apt-get")).isEmpty();
    }

    @Test
    void whatIsMissingIsNamedBeforeItIsInstalled() throws Exception {
        everythingButJava();
        aptOffers("openjdk-25-jdk-headless", "maven");
        // Installing brings what was asked for.
        program(
                bin.resolve("apt-get"),
                "echo \"$*\" >>'" + log("apt-get") + "'\n"
                        + "mkdir -p '" + jvms + "/java-25-openjdk-amd64/bin'\n"
                        + "echo 'JAVA_VERSION=\"25.0.5\"' >'" + jvms + "/java-25-openjdk-amd64/release'\n"
                        + "for p in java javac; do cp '" + bin.resolve("id") + "' '" + jvms
                        + "/java-25-openjdk-amd64/bin/'$p; done\n"
                        + "cp '" + bin.resolve("id") + "' '" + bin.resolve("mvn") + "'");
        program(bin.resolve("cp"), "exec " + systemProgram("cp") + " \"$@\"");

        Run run = footfall("setup");

        assertThat(run.err().lines().limit(2))
                .containsExactly(
                        "footfall: these Debian packages are missing here: openjdk-25-jdk-headless maven",
                        "footfall: will run as root: apt-get install --yes --no-install-recommends"
                                + " openjdk-25-jdk-headless maven");
        assertThat(asked("apt-get"))
                .containsExactly("install --yes --no-install-recommends openjdk-25-jdk-headless maven");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void withoutAJdkInTheDistributionOneSentenceSaysWhatToDo() throws Exception {
        everythingButJava();
        maven("true");
        aptOffers("maven");

        Run run = footfall("test");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines().toList().getLast())
                .startsWith("footfall: this Debian release has no JDK 25")
                .contains("Temurin 25", "JAVA_HOME");
        assertThat(asked("apt-get")).containsExactly("update");
        assertThat(asked("mvn")).isEmpty();
    }

    @Test
    void withoutRootAndSudoNothingIsTried() throws Exception {
        everythingButJava();
        aptOffers("openjdk-25-jdk-headless", "maven");
        program(bin.resolve("id"), "echo 1000");

        Run run = footfall("setup");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("run as root: apt-get install --no-install-recommends openjdk-25-jdk-headless maven");
        assertThat(asked("apt-get")).isEmpty();
    }

    @Test
    void inCiSudoMustNotAsk() throws Exception {
        everythingButJava();
        aptOffers("openjdk-25-jdk-headless", "maven");
        program(bin.resolve("id"), "echo 1000");
        program(bin.resolve("sudo"), "echo \"$*\" >>'" + log("sudo") + "'; exit 1");
        environment.put("CI", "true");

        Run run = footfall("setup");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(asked("sudo"))
                .first()
                .asString()
                .startsWith("-n env DEBIAN_FRONTEND=noninteractive apt-get install");
    }

    @Test
    void testPassesItsArgumentsToMaven() throws Exception {
        everythingButJava();
        jdk("temurin-25-jdk", "25.0.3", "25");
        maven("true");

        assertThat(footfall("test", "-pl", "core").exitCode()).isZero();

        assertThat(asked("mvn")).containsExactly("--batch-mode -Dstyle.color=never -pl core verify");
    }

    private Run footfall(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 2];
        command[0] = bin.resolve("sh").toString();
        command[1] = tree.resolve("footfall").toString();
        System.arraycopy(arguments, 0, command, 2, arguments.length);
        return Run.of(folder, environment, command);
    }

    /** A JDK whose java prints its version and, each followed by a bar, its arguments. */
    private Path jdk(String name, String version, String feature) throws IOException {
        Path home = jvms.resolve(name).normalize();
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        program(home.resolve("bin/java"), "printf 'java " + feature + "|'; printf '%s|' \"$@\"; echo");
        program(home.resolve("bin/javac"), "true");
        return home;
    }

    private void maven(String script) throws IOException {
        program(bin.resolve("mvn"), "echo \"$*\" >>'" + log("mvn") + "'\n" + script);
    }

    private void aptOffers(String... packages) throws IOException {
        program(bin.resolve("apt-get"), "echo \"$*\" >>'" + log("apt-get") + "'");
        program(
                bin.resolve("apt-cache"),
                "case \" " + String.join(" ", packages)
                        + " \" in *\" $2 \"*) echo \"$2:\"; echo '  Candidate: 1' ;; esac");
    }

    private void everythingButJava() throws IOException {
        for (String name : List.of("mosquitto", "mosquitto_pub", "curl", "gcc", "chromium")) {
            program(bin.resolve(name), "true");
        }
        program(bin.resolve("apt-get"), "echo \"$*\" >>'" + log("apt-get") + "'");
    }

    private Path log(String program) {
        return folder.resolve(program + ".log");
    }

    private List<String> asked(String program) throws IOException {
        return Files.exists(log(program)) ? Files.readAllLines(log(program)) : List.of();
    }

    private static void program(Path file, String script) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path systemProgram(String name) {
        return List.of("/usr/bin", "/bin").stream()
                .map(bin -> Path.of(bin, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private static void touchInTheFuture(Path file) throws IOException {
        FileTime now = Files.getLastModifiedTime(file);
        Files.setLastModifiedTime(file, FileTime.from(now.toInstant().plus(Duration.ofMinutes(1))));
    }
}
