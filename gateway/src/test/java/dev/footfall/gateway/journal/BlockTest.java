package dev.footfall.gateway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.observation.Fact;
import dev.footfall.observation.Identity;
import dev.footfall.observation.Observation;
import dev.footfall.observation.SensorId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class BlockTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final List<Fact> ONE_OF_EACH = List.of(
            Fact.Crossing.event(1, 0),
            new Fact.Crossing(3, 4, "mall", Fact.Kind.INTERVAL, 900_000),
            Fact.Counter.of(70, 75),
            new Fact.Counter(1, 2, "boot-7", 65536, 58, false),
            new Fact.Sighting(new Identity.Pseudonym(-5, true), -67, 11, 4095, 0x1234_5678_9ABCL),
            new Fact.Sighting(new Identity.Pseudonym(7, false), -1, 0, -1, 0),
            new Fact.Position("t-1", 3.25, 0),
            new Fact.Presence("1607123955.475377-mxklsc", List.of("yard", "Umkleide €"), true),
            new Fact.ZoneLevel("fitting", 3),
            new Fact.Vehicle(Fact.Direction.OUT, new Identity.Pseudonym(Long.MIN_VALUE, false), "p1"),
            new Fact.Vehicle(Fact.Direction.IN, null, null),
            new Fact.Parked(17, null),
            new Fact.Bay("b-12", true),
            new Fact.Sale(2, new BigDecimal("19.90")),
            new Fact.Staff(4),
            new Fact.Heartbeat(3600, 0.5),
            Fact.Heartbeat.BARE,
            new Fact.Offline(),
            new Fact.Beam(Fact.Signal.LOST, 3));

    @Test
    void everyKindOfFactReadsBackAsItWasWritten() {
        BlockWriter block = new BlockWriter();
        List<Observation> written = new ArrayList<>();
        for (Fact fact : ONE_OF_EACH) {
            Observation o = new Observation(new SensorId("s-" + written.size() % 3), NOON, "line 1", 3, fact);
            written.add(o);
            block.add(o, written.size());
        }

        List<Observation> read = new ArrayList<>();
        List<Long> keys = new ArrayList<>();
        new BlockReader(block.seal()).read((o, key) -> {
            read.add(o);
            keys.add(key);
        });

        assertThat(read).containsExactlyElementsOf(written);
        assertThat(keys).first().isEqualTo(1L);
        assertThat(block.count()).isEqualTo(written.size());
    }

    @Test
    void timesMayGoForthAndBackWithinABlock() {
        long seed = new java.security.SecureRandom().nextLong();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        BlockWriter block = new BlockWriter();
        List<Observation> written = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            Observation o = Observation.of(
                    new SensorId("s-" + random.nextInt(5)),
                    NOON.plusMillis(random.nextLong(-1_000_000_000L, 1_000_000_000L)),
                    ONE_OF_EACH.get(random.nextInt(ONE_OF_EACH.size())));
            written.add(o);
            block.add(o, random.nextBoolean() ? 0 : random.nextLong());
        }

        List<Observation> read = new ArrayList<>();
        new BlockReader(block.seal()).read((o, key) -> read.add(o));

        assertThat(read).as("seed %d", seed).containsExactlyElementsOf(written);
    }

    @Test
    void oneChangedBitIsNoticed() {
        BlockWriter block = new BlockWriter();
        block.add(Observation.of(new SensorId("door"), NOON, Fact.Crossing.event(1, 0)), 0);
        byte[] bytes = block.seal();
        for (int i = 0; i < bytes.length * 8; i++) {
            byte[] damaged = bytes.clone();
            damaged[i / 8] ^= (byte) (1 << (i % 8));
            assertThatThrownBy(() -> new BlockReader(damaged)).isInstanceOf(BlockReader.DamagedBlock.class);
        }
    }

    @Test
    void aRawIdentityNeverReachesABlock() {
        BlockWriter block = new BlockWriter();
        Observation raw = Observation.of(
                new SensorId("ap"), NOON, new Fact.Sighting(new Identity.Raw("a483e7123456"), -60, 6, 1, 0));
        assertThatThrownBy(() -> block.add(raw, 0)).hasMessageContaining("raw identity");
    }
}
