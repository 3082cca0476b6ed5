package dev.footfall.gateway.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.drivers.Message;
import dev.footfall.gateway.admission.Pseudonyms;
import dev.footfall.gateway.admission.Routed;
import dev.footfall.gateway.api.MeasurementQuery;
import dev.footfall.gateway.intake.Arrival;
import dev.footfall.gateway.intake.Receipt;
import dev.footfall.gateway.intake.Source;
import dev.footfall.gateway.journal.Journal;
import dev.footfall.gateway.journal.JournalReader;
import dev.footfall.gateway.observability.GatewayMetrics;
import dev.footfall.ledger.Fate;
import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.store.StoreConfig;
import dev.footfall.time.Grain;
import dev.footfall.time.Window;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A board whose clock starts in 1970 and is set later. */
class ClockStartTest {
    private static final Instant BOOT = Instant.EPOCH.plusSeconds(5);
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Receipt NOBODY = (fate, reason) -> {};

    @TempDir
    Path folder;

    private static Arrival arrival(Instant at, String payload, Receipt receipt) {
        return new Arrival(
                Source.MQTT_LISTENER,
                "test",
                Message.of("footfall/in/door", payload.getBytes(StandardCharsets.UTF_8)),
                at,
                0,
                false,
                null,
                null,
                receipt);
    }

    @Test
    void whatCameBeforeIsDatedByHowLongBeforeItCame() {
        AtomicReference<Instant> wall = new AtomicReference<>(BOOT);
        AtomicLong nanos = new AtomicLong(7);
        ClockStart start = new ClockStart(wall::get, nanos::get);
        assertThat(start.isKnown()).isFalse();

        Routed early = new Routed.Refused(arrival(BOOT.plusSeconds(60), "x", NOBODY), null, "code", "reason");
        nanos.addAndGet(Duration.ofSeconds(100).toNanos());
        wall.set(NOW);

        assertThat(start.isKnown()).isTrue();
        assertThat(start.dated(early).arrival().at()).isEqualTo(NOW.minusSeconds(40));
        Routed late = new Routed.Refused(arrival(NOW.plusSeconds(1), "x", NOBODY), null, "code", "reason");
        assertThat(start.dated(late)).isSameAs(late);
    }

    @Test
    void aClockThatIsRightFromTheStartChangesNothing() {
        ClockStart start = new ClockStart(() -> NOW, () -> 0);
        assertThat(start.isKnown()).isTrue();
    }

    @Test
    void messagesWaitForTheTimeAndAreCountedWhereTheyBelong() throws Exception {
        AtomicReference<Instant> wall = new AtomicReference<>(BOOT);
        StoreConfig config = TestStore.loaded(TestStore.DOOR).config();
        Queue<Fate> fates = new ConcurrentLinkedQueue<>();
        CountDownLatch settled = new CountDownLatch(3);
        Receipt receipt = (fate, reason) -> {
            fates.add(fate);
            settled.countDown();
        };
        try (Journal journal = Journal.open(folder, "test", "", BOOT);
                GatewayMetrics metrics = new GatewayMetrics();
                Pipeline pipeline = Pipeline.living(config, journal, new Pseudonyms(null), metrics, wall::get)) {
            pipeline.start();
            for (int second = 1; second <= 3; second++) {
                pipeline.intake()
                        .offer(arrival(
                                BOOT.plusSeconds(second), "{\"type\":\"crossing\",\"in\":1,\"out\":0}", receipt));
            }
            assertThat(settled.await(300, TimeUnit.MILLISECONDS)).isFalse();
            assertThat(fates).isEmpty();

            wall.set(NOW);
            assertThat(settled.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(fates).containsOnly(Fate.COUNTED);
        }
        try (JournalReader reader = JournalReader.open(folder)) {
            Window ever = new Window(Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"));
            List<Measurement> rows = reader.measurements(
                    new MeasurementQuery(List.of(Metric.ENTRIES), List.of(Scope.STORE), List.of(Grain.QUARTER), ever));
            assertThat(rows).allSatisfy(row -> assertThat(row.window().start()).isAfter(NOW.minusSeconds(3600)));
            assertThat(reader.days()).hasSize(1);
        }
    }
}
