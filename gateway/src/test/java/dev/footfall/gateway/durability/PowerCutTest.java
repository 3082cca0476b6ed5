package dev.footfall.gateway.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Cuts the power of a loaded gateway at many moments and looks whether all that was acknowledged is on the disk. A few
 * cuts in every build; {@code -Dfootfall.cuts=1000} for the long run.
 */
class PowerCutTest {
    private static final int CUTS = Integer.getInteger("footfall.cuts", 40);

    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedIsOnTheDiskAtEveryMoment() throws Exception {
        long seed = Long.getLong("footfall.seed", new java.security.SecureRandom().nextLong());
        System.out.println("power-cut test: " + CUTS + " cuts, -Dfootfall.seed=" + seed);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        PowerCuts power = new PowerCuts(folder);
        GatewayProcess gateway = new GatewayProcess(folder, power.environment(folder.resolve("data")));
        gateway.start();
        gateway.awaitReady();
        Oracle oracle = new Oracle(gateway.mqttPort, 20);
        oracle.connect();
        Thread load = Thread.ofPlatform().start(oracle::publishUntilBroken);
        try {
            for (int cut = 0; cut < CUTS; cut++) {
                long more = oracle.acknowledged() + random.nextInt(1, 40);
                Awaitility.await()
                        .atMost(Duration.ofSeconds(30))
                        .pollInterval(Duration.ofMillis(1))
                        .until(() -> oracle.acknowledged() >= more);
                long acknowledged = oracle.acknowledged();
                long onDisk = power.count("SELECT coalesce(sum(observations), 0) FROM block");
                assertThat(onDisk)
                        .as("cut %d of seed %d", cut, seed)
                        .isGreaterThanOrEqualTo(acknowledged)
                        .isLessThanOrEqualTo(oracle.issued());
            }
            System.out.printf("%d cuts, %d acknowledged, 0 lost%n", CUTS, oracle.acknowledged());
        } finally {
            oracle.close();
            load.join();
            gateway.stop();
        }
    }

    @Test
    void theShimNoticesCommitsThatWereNotSynced() throws Exception {
        PowerCuts power = new PowerCuts(folder);
        Path data = Files.createDirectories(folder.resolve("data"));
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                UnsafeWriter.class.getName(),
                data.resolve("footfall.db").toString());
        builder.environment().putAll(power.environment(data));
        Process unsafe = builder.start();
        try (BufferedReader told = unsafe.inputReader(StandardCharsets.UTF_8)) {
            long acknowledged = 0;
            for (int n = 0; n < 500; n++) {
                acknowledged = Long.parseLong(String.valueOf(told.readLine()));
            }
            assertThat(power.count("SELECT count(*) FROM told")).isLessThan(acknowledged);
        } finally {
            unsafe.destroyForcibly();
        }
    }
}
