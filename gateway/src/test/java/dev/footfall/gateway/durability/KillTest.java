package dev.footfall.gateway.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.gateway.api.LedgerLine;
import dev.footfall.gateway.journal.JournalReader;
import dev.footfall.observation.Fact;
import dev.footfall.time.Window;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a loaded gateway at random moments, again and again, and compares what it counted with what an outside oracle
 * knows. A few kills in every build; {@code -Dfootfall.kills=200} for the long run.
 */
class KillTest {
    private static final int KILLS = Integer.getInteger("footfall.kills", 4);
    private static final Window EVER = new Window(Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"));

    @TempDir
    Path folder;

    @Test
    void nothingAcknowledgedIsLostAndNothingIsCountedTwice() throws Exception {
        long seed = Long.getLong("footfall.seed", new java.security.SecureRandom().nextLong());
        System.out.println("kill test: " + KILLS + " kills, -Dfootfall.seed=" + seed);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        GatewayProcess gateway = new GatewayProcess(folder, Map.of());
        Oracle oracle = new Oracle(gateway.mqttPort, 400);
        for (int kill = 0; kill < KILLS; kill++) {
            gateway.start();
            gateway.awaitReady();
            oracle.connect();
            Thread load = Thread.ofPlatform().start(oracle::publishUntilBroken);
            long enough = oracle.acknowledged() + random.nextInt(1, 3000);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> oracle.acknowledged() >= enough);
            gateway.kill();
            load.join();
        }
        gateway.start();
        gateway.awaitReady();
        oracle.connect();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> oracle.pending() == 0);
        oracle.close();
        assertThat(gateway.stop()).as("stops on SIGTERM: %s", gateway.log()).isTrue();
        check(gateway, oracle, seed);
    }

    private static void check(GatewayProcess gateway, Oracle oracle, long seed) {
        try (JournalReader reader = JournalReader.open(gateway.data())) {
            long[] counted = {0};
            reader.days()
                    .forEach(day -> reader.day(day, (observation, key) -> {
                        if (observation.fact() instanceof Fact.Crossing crossing) {
                            counted[0] += crossing.in();
                        }
                    }));
            List<LedgerLine> ledger = reader.ledger(EVER);
            System.out.printf(
                    "issued %d, acknowledged %d, counted %d, ledger %s%n",
                    oracle.issued(), oracle.acknowledged(), counted[0], ledger);
            assertThat(oracle.acknowledged()).isEqualTo(oracle.issued());
            assertThat(counted[0]).as("seed %d", seed).isEqualTo(oracle.issued());
            assertThat(ledger).allMatch(line -> line.difference() == 0);
            assertThat(ledger.stream().mapToLong(LedgerLine::counted).sum()).isEqualTo(oracle.issued());
        }
    }
}
